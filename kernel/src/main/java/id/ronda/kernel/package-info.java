/** The few words and pipes that all share: ids, time, severity, configuration, database, outbox, HTTP problems, module life. */
@NullMarked
package id.ronda.kernel;

import org.jspecify.annotations.NullMarked;
