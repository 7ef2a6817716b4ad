package org.plek.scoring.plain;

import org.jspecify.annotations.Nullable;

/** What an amount is measured at; equal places of two plans are compared. */
record Place(String label, @Nullable String providerId, @Nullable String groupId) {}
