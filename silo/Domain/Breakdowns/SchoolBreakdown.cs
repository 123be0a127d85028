using System.Runtime.InteropServices;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;

namespace EduAnalytics.Domain.Breakdowns;

/// <summary>
/// Counts a school's students by grade and sex, by going through its records once more when somebody asks. Kept all the time
/// the cells would cost every school two dozen counts where it has one.
/// </summary>
/// <remarks>
/// Counted by the counting itself, student by student: so the cells add up to the school's counts, whatever those are.
/// </remarks>
public static class SchoolBreakdown
{
    /// <returns><see cref="UnitBreakdown.None"/> where the school has no data for a measure of the indicator.</returns>
    public static UnitBreakdown Of(SchoolMeasures measures, SchoolLedger ledger, CountedIndicator indicator, Period period, Catalogue catalogue)
    {
        if (!IsKnown(indicator.Cells(period)))
            return UnitBreakdown.None;
        var counts = new Dictionary<GradeAndSex, int[]>();
        var share = new StudentShare(measures.Unit, ledger, indicator.Measures, period, catalogue);
        foreach (var record in ledger.Students.Values)
        {
            share.Count(record);
            for (var i = 0; i < indicator.Measures.Length; i++)
            {
                if (share[i] == 0)
                    continue;
                var cell = new GradeAndSex(GradeOf(record, indicator.Measures[i], period), record.Sex);
                ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, cell, out _);
                (held ??= new int[indicator.Measures.Length])[i] += share[i];
            }
        }

        return new UnitBreakdown(
            UnitBreakdown.InOrder(counts.Select(pair => new CellCounts(pair.Key, ImmutableCollectionsMarshal.AsImmutableArray(pair.Value)))),
            IsKnown(indicator.Summed(period)));

        bool IsKnown(IEnumerable<MeasureKey> cells) => cells.All(cell => measures.TrySummed(catalogue.Normalise(cell), out _));
    }

    /// <summary>The grade in which a student is counted: of the test, or as the period ended, or on the day of leaving.</summary>
    private static int? GradeOf(StudentRecord record, CountedMeasure measure, Period period)
    {
        if (CountedMeasures.IsOfFitness(measure))
            return FitnessCounting.CountedIn(period, record.Tests)?.Grade;
        var standing = default(Standing);
        var last = period.End;
        foreach (var step in record.Steps)
        {
            if (step.Date > period.End)
                break;
            standing.Take(step);
            last = step.Date;
        }

        return standing.GradeOn(standing.OnRoll ? period.End : last);
    }
}
