using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Live;

/// <summary>A change in words.</summary>
public static class FeedText
{
    public static string Of(FeedEntry entry, LiveBoard board, Visitor visitor)
    {
        if (IndicatorOf(entry, board) is not { } indicator)
            return string.Empty;
        return string.Format(
            visitor.Language.Culture,
            visitor.Texts.Live.FeedLine,
            visitor.Name(entry.Change.OrgUnit.Name, entry.Change.OrgUnit.NameEn),
            visitor.Name(indicator.Name, indicator.NameEn),
            Value(entry, indicator, visitor));
    }

    public static Indicator? IndicatorOf(FeedEntry entry, LiveBoard board) =>
        entry.Change.Indicator.Code == LiveIndicators.Dropout ? board.Dropout : board.Fitness;

    /// <summary>From the value before to the one now, where the one before is known.</summary>
    public static string Value(FeedEntry entry, Indicator indicator, Visitor visitor)
    {
        var now = new ReadingText(entry.Change.Reading, indicator, visitor).Value;
        return entry.Before is { Value: not null } before
            ? string.Format(visitor.Language.Culture, visitor.Texts.Live.FromTo, new ReadingText(before, indicator, visitor).Value, now)
            : now;
    }
}
