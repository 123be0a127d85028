using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Standards;

/// <summary>The one sentence a reader came for: whether the standard is met, and if not what is missed and since when.</summary>
public static class Verdict
{
    /// <summary>So many misses are named; the rest are counted.</summary>
    private const int Named = 3;

    public static string Of(Assessment assessment, string period, Visitor visitor)
    {
        var texts = visitor.Texts.Standard;
        var judged = assessment.Judged;
        var missed = judged.Where(one => StatusOf(one.Results) == TargetStatus.Missed).ToList();
        var open = judged.Count(one => StatusOf(one.Results) == TargetStatus.NoData);
        var when = visitor.Numbers.Period(period);
        if (judged.All(one => one.Results.All(result => result.Status == TargetStatus.NoData)))
            return Fill(texts.VerdictNone, when);
        if (assessment.Status == TargetStatus.Met)
            return Fill(texts.VerdictMet, when, judged.Count);
        if (missed.Count == 0)
            return Fill(texts.VerdictOpen, when, judged.Count, open);
        var failing = missed.Take(Named).Select(one => Failing(one.Criterion, one.Results, visitor));
        var names = string.Join(visitor.Texts.Figure.ListSeparator, failing)
            + (missed.Count > Named ? Fill(texts.AndOthers, missed.Count - Named) : string.Empty);
        return string.Join(
            visitor.Texts.Figure.SentenceSeparator,
            Sentences().Where(sentence => sentence.Length > 0));

        IEnumerable<string> Sentences() =>
        [
            Fill(texts.VerdictMissed, when, judged.Count, missed.Count),
            open > 0 ? Fill(texts.OthersOpen, open) : string.Empty,
            Fill(texts.Failing, names),
        ];

        string Fill(string format, params object[] parts) => string.Format(visitor.Language.Culture, format, parts);
    }

    /// <summary>A standard of which something is known and something not is open, which is more than to have no data; null for the usual word.</summary>
    public static string? Word(TargetStatus status, Visitor visitor) => status == TargetStatus.NoData ? visitor.Texts.Standard.Open : null;

    /// <summary>A city is not judged by its districts' standards: its districts are counted.</summary>
    public static string Of(IReadOnlyCollection<AssessedDistrict> districts, string period, Visitor visitor) => string.Format(
        visitor.Language.Culture,
        visitor.Texts.Standard.CityVerdict,
        visitor.Numbers.Period(period),
        districts.Count,
        districts.Count(district => district.Compliance.Status == TargetStatus.Met),
        districts.Count(district => district.Compliance.Status == TargetStatus.Missed),
        districts.Count(district => district.Compliance.Status == TargetStatus.NoData));

    /// <summary>
    /// For how many years running it was missed; null where it was not, or for the first time. A year between without a
    /// verdict ends the run: nobody knows what it would have been.
    /// </summary>
    public static string? Run(IReadOnlyList<Standing> history, string period, Visitor visitor)
    {
        var run = history.Where(standing => string.CompareOrdinal(standing.Period, period) <= 0).Reverse()
            .TakeWhile(standing => standing.Status == TargetStatus.Missed).ToList();
        return run.Count < 2 || run[0].Period != period ? null : string.Format(
            visitor.Language.Culture, visitor.Texts.Standard.Run, visitor.Numbers.Period(run[^1].Period), run.Count);
    }

    private static TargetStatus StatusOf(IReadOnlyList<CriterionResult> results) =>
        results.Any(result => result.Status == TargetStatus.Missed) ? TargetStatus.Missed
        : results.Any(result => result.Status == TargetStatus.NoData) ? TargetStatus.NoData
        : TargetStatus.Met;

    private static string Failing(Criterion criterion, IReadOnlyList<CriterionResult> results, Visitor visitor)
    {
        var texts = visitor.Texts.Standard;
        var name = OutcomeText.NameOf(criterion, visitor);
        return results is [var only]
            ? string.Format(
                visitor.Language.Culture, texts.FailingValue, name, new OutcomeText(new Outcome(criterion, only), visitor).Value, OutcomeText.ThresholdOf(criterion, visitor))
            : string.Format(
                visitor.Language.Culture, texts.FailingSchools, name, results.Count(result => result.Status == TargetStatus.Missed), results.Count);
    }
}
