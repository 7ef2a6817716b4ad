package org.plek.scoring.plain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.plek.scoring.ConstraintName;

/** The constraints whose amounts a test computes by hand. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Measures {
  ConstraintName[] value();
}
