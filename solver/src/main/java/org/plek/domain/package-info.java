/**
 * The facts of occasional and flexible childcare as records: network, families, requests, policy,
 * placements and plans, in the words of the field. No behaviour beyond what follows from one fact
 * alone; knows no other room.
 */
@NullMarked
package org.plek.domain;

import org.jspecify.annotations.NullMarked;
