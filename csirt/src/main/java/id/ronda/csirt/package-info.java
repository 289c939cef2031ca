/** Reports, incidents, legal clocks; renewals; evidence that verifies itself. */
@NullMarked
package id.ronda.csirt;

import org.jspecify.annotations.NullMarked;
