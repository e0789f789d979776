package io.seikyu.command.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which invoices a payment is for when the payer does not say. */
class SpreadTest {
    @ParameterizedTest(name = "{0} over {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    # invoice:due day of May:open
                    100 | a:5:60 b:1:50       | b:50 a:50
                    40  | a:5:60 b:1:50       | b:40
                    500 | a:5:60 b:1:50       | b:50 a:60
                    # of one due date in proportion, no yen is lost
                    100 | a:5:200 b:5:100     | a:67 b:33
                    10  | a:5:7 b:5:7 c:5:7   | a:4 b:3 c:3
                    1   | a:5:100 b:5:100     | a:1
                    # the earlier one whole, the rest in proportion
                    110 | c:9:30 b:9:60 a:1:50 | a:50 b:40 c:20
                    # what is paid already takes nothing
                    9   | a:1:0 b:2:5         | b:5
                    """)
    void theOldestDueTakesFirst(BigDecimal money, String claims, String shares) {
        List<OpenClaim> open =
                Arrays.stream(claims.split(" ")).map(SpreadTest::claim).toList();

        String taken = Spread.of(money, open).entrySet().stream()
                .map(share -> share.getKey().value() + ":" + share.getValue())
                .collect(Collectors.joining(" "));

        assertThat(taken.split(" ")).containsExactlyInAnyOrder(shares.split(" "));
    }

    @Property
    void noYenIsLostAndNoInvoiceTakesMoreThanIsOpen(
            @ForAll @IntRange(min = 1, max = 100_000) int money,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 30_000) Integer> balances) {
        List<OpenClaim> open = new ArrayList<>();
        for (int i = 0; i < balances.size(); i++) {
            open.add(claim("i" + i + ":" + (1 + i % 3) + ":" + balances.get(i)));
        }
        BigDecimal sum = open.stream().map(OpenClaim::open).reduce(BigDecimal.ZERO, BigDecimal::add);

        var shares = Spread.of(BigDecimal.valueOf(money), open);

        assertThat(shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(money).min(sum));
        open.forEach(claim -> assertThat(shares.getOrDefault(claim.invoice(), BigDecimal.ZERO))
                .isBetween(BigDecimal.ZERO, claim.open()));
    }

    private static OpenClaim claim(String text) {
        String[] parts = text.split(":");
        return new OpenClaim(
                new InvoiceId("acme", parts[0]),
                new AccountId("acme", "a1"),
                "ISSUED",
                true,
                LocalDate.of(2026, 5, Integer.parseInt(parts[1])),
                new BigDecimal(parts[2]),
                BigDecimal.ZERO);
    }
}
