/** The proof that the audit trail was not rewritten: the chain over its rows, the signed checkpoints, and what verifies both. */
@NullMarked
package id.ronda.identity.audit;

import org.jspecify.annotations.NullMarked;
