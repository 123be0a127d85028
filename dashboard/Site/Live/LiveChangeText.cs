using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Live;

/// <summary>A change in words.</summary>
public static class LiveChangeText
{
    public static string Of(LiveChange change, Visitor visitor) => string.Format(
        visitor.Language.Culture,
        visitor.Texts.Live.FeedLine,
        visitor.Name(change.OrgUnit.Name, change.OrgUnit.NameEn),
        visitor.Name(change.Indicator.Name, change.Indicator.NameEn),
        FromTo(change, visitor));

    /// <summary>From the value an hour ago to the one now, or that this is the first.</summary>
    public static string FromTo(LiveChange change, Visitor visitor) => change.Before is { } before
        ? string.Format(visitor.Language.Culture, visitor.Texts.Live.FromTo, TextOf(before, change, visitor), Now(change, visitor))
        : string.Format(visitor.Language.Culture, visitor.Texts.Live.FirstValue, Now(change, visitor));

    private static string Now(LiveChange change, Visitor visitor) =>
        change.Value is { } now ? TextOf(now, change, visitor) : visitor.Texts.Figure.NoData;

    private static string TextOf(decimal value, LiveChange change, Visitor visitor) => change.Basis == Basis.Reported
        ? visitor.Numbers.Stated(value, change.Indicator)
        : visitor.Numbers.Value(value, change.Indicator);
}
