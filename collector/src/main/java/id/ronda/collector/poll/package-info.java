/** Who is asked when: slots, cycles, failures, and what becomes of an answer. */
@NullMarked
package id.ronda.collector.poll;

import org.jspecify.annotations.NullMarked;
