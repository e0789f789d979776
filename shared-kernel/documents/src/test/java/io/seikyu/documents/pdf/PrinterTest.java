package io.seikyu.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PrinterTest {
    private static final Paper PAPER = new Paper("t", "a", "ja", LocalDate.of(2026, 4, 1));

    @Test
    void laysOutItsFirstPageAloneBecauseFopUnfoldsItsConfigurationThen() throws Exception {
        Printer printer = new Printer();
        AtomicBoolean begun = new AtomicBoolean();
        Thread second = new Thread(() -> printer.print(PAPER, fo -> {
            begun.set(true);
            page(fo);
        }));

        printer.print(PAPER, fo -> {
            second.start();
            while (second.getState() != Thread.State.BLOCKED && !begun.get() && second.isAlive()) {
                Thread.onSpinWait();
            }
            assertThat(begun).isFalse();
            page(fo);
        });

        second.join();
        assertThat(begun).isTrue();
    }

    private static void page(Fo fo) {
        fo.in("root", "font-family: " + PaperFont.NAME, () -> {
            fo.in(
                    "layout-master-set",
                    "",
                    () -> fo.in("simple-page-master", "master-name: A4", () -> {
                        fo.in("region-body", "", () -> {});
                    }));
            fo.in("page-sequence", "master-reference: A4", () -> {
                fo.in("flow", "flow-name: xsl-region-body", () -> fo.block("", "請求書"));
            });
        });
    }
}
