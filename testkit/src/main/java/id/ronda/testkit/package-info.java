/** What tests stand on: a database, a clock, contract-test bases. */
@NullMarked
package id.ronda.testkit;

import org.jspecify.annotations.NullMarked;
