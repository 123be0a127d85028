using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools.Counting;

namespace EduAnalytics.Domain.Schools;

/// <summary>
/// For which months a school owes a monthly dropout report, and for which it gave one. It owes one for every month that is
/// over, from its first student on; a month is over when the school's records speak of a later one, its report is there, or
/// the calendar has ended it.
/// </summary>
/// <param name="months">The months (1 to 12) of a year for which reports are owed; the catalogue leaves out the holidays.</param>
internal sealed class ReportDuty(SchoolLedger ledger, ImmutableArray<int> months)
{
    private const int MonthsOfYear = 12;

    /// <summary>The first month that is not known to be over; null where the school has sent nothing.</summary>
    public int? OpenMonth => ledger.NewestDay is { } newest
        ? Math.Max(RecordCounts.MonthOf(newest), (ledger.NewestMonthEnded ?? int.MinValue / 2) + 1)
        : null;

    /// <summary>Whether the school would owe the report of a month, were that month over. A school whose students have all gone owes none.</summary>
    public bool WouldOwe(Period month, SchoolStage stage) =>
        OpenMonth <= month.Ordinal && AreOwedFor(month.Ordinal) && !ledger.Reports.Has(month.Ordinal, stage) && ledger.Counts.HasAnyoneIn(month.Ordinal, stage);

    /// <summary>Months owed and months given within a period.</summary>
    public (int Expected, int Given) In(Period period, SchoolStage stage)
    {
        if (months.IsEmpty || ledger.Counts.FirstMonthOf(stage) is not { } came || OpenMonth is not { } open)
            return default;
        var (expected, given) = (0, 0);
        var last = Math.Min(RecordCounts.LastMonth(period), open);
        for (var month = Math.Max(RecordCounts.MonthOf(period.Start), came); month <= last; month++)
        {
            var has = ledger.Reports.Has(month, stage);
            if (!has && (month == open || !AreOwedFor(month)))
                continue;
            expected++;
            given += has ? 1 : 0;
        }

        return (expected, given);
    }

    /// <summary>Whether a zero within a period has something behind it: reports for all its months, or words about dropouts.</summary>
    public bool StandsBehind(Period period, SchoolStage stage)
    {
        if (months.IsEmpty || ledger.Counts.Of(Tally.Spoken, period, stage) > 0)
            return true;
        var (expected, given) = In(period, stage);
        return expected > 0 && given == expected;
    }

    private bool AreOwedFor(int month) => months.Contains((month % MonthsOfYear) + 1);
}
