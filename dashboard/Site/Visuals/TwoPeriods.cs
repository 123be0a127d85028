using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Visuals;

/// <summary>The two ends of a change.</summary>
/// <param name="From">The first period with data; like <paramref name="To"/> a whole year where there is one.</param>
/// <param name="To">The newest that most units have.</param>
public readonly record struct TwoPeriods(string From, string To)
{
    public const string Missing = "A change needs two periods with data; widen 'from' and 'to', or leave them out.";

    /// <summary>Null where there are no two.</summary>
    public static TwoPeriods? Of(ComparedIndicator compared)
    {
        if (compared.Ranked is not { } to)
            return null;
        var from = compared.Periods
            .Where(period => PeriodText.IsWholeYear(period) == PeriodText.IsWholeYear(to))
            .FirstOrDefault(period => compared.Units.Any(unit => unit.At(period).Value is not null));
        return from is null || from == to ? null : new TwoPeriods(from, to);
    }
}
