/** Tests of the store on real databases. */
@NullMarked
package org.plek.api.store;

import org.jspecify.annotations.NullMarked;
