package io.seikyu.web.body;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds of a {@link java.math.BigDecimal}, which is accepted as a decimal string or a number. One without this
 * annotation has the defaults, so a negative amount has to be allowed by name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Amount {
    /** Ten trillion yen less one: more than any invoice, and far from where arithmetic grows slow. */
    String DEFAULT_MAX = "9999999999999";

    /** Inclusive. */
    String min() default "0";

    /** Inclusive. */
    String max() default DEFAULT_MAX;

    /** Decimals at most; 0 for whole yen. Trailing zeros do not count. */
    int scale() default 6;
}
