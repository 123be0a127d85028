using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;

namespace EduAnalytics.Domain.Findings.Peers;

/// <summary>
/// A value far from those of the other schools of a stage, or of the other districts. Looked for by their parent, which
/// holds all of them. Values: the value, the median of the others, the median of their distances from it, how many they are.
/// </summary>
/// <param name="Score">The modified z-score above which a value is far.</param>
/// <param name="LeastPeers">With fewer others nobody can say what is usual.</param>
/// <param name="LeastDifference">From the others' median, in the indicator's unit; less is never far.</param>
/// <param name="LeastBase">Units with fewer behind a computed value are neither judged nor asked.</param>
public sealed record FarFromPeers(
    IndicatorSelection Selection, decimal Score, int LeastPeers, decimal LeastDifference, decimal LeastBase) : FindingKind
{
    public override ImmutableArray<string> Blanks => ["name", "value", "median", "deviation", "peers"];

    public override IEnumerable<string> Subjects(Catalogue catalogue) => Selection.In(catalogue).Select(indicator => indicator.Code);

    public override IEnumerable<string> Reads(string subject, Catalogue catalogue) => IndicatorSelection.CodesOf(subject, catalogue);

    internal PeerSpread Spread => new((double)Score, (double)LeastDifference);

    /// <summary>A unit's value as its peers are compared by; null where it has none, or too little behind it.</summary>
    internal decimal? ValueOf(IndicatorReading reading) => reading.Denominator < LeastBase ? null : reading.Exact;

    internal static Evidence Tell(IndicatorReading reading, Spot spot, decimal value, Usual usual, int peers, Catalogue catalogue)
    {
        var (subject, decimals, unit) = (reading.Indicator.Code, reading.Indicator.Decimals, reading.Indicator.Unit);
        var (shown, median, deviation) =
            (Rounded(value, decimals), Rounded((decimal)usual.Median, decimals), Rounded((decimal)usual.Deviation, decimals));
        return new Evidence(
            [
                EvidenceNumber.Of(reading, spot, catalogue) with { Value = shown },
                EvidenceNumber.OfOthers(median, new("其他单位的中位数", "Median of the others"), unit, spot),
                EvidenceNumber.OfOthers(deviation, new("其他单位与中位数之差的中位数", "Median of the others' distances from it"), unit, spot),
                EvidenceNumber.OfOthers(peers, new("其他单位数", "How many others"), null, spot),
            ],
            [
                ("name", FindingNames.Of(catalogue, subject, spot.Stage)),
                ("value", FindingNames.Amount(catalogue, subject, shown)),
                ("median", FindingNames.Amount(catalogue, subject, median)),
                ("deviation", FindingNames.Amount(catalogue, subject, deviation)),
                ("peers", Wording.Of(peers)),
            ],
            []);
    }

    private static decimal Rounded(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
