using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;

namespace EduAnalytics.Domain.Breakdowns;

/// <summary>What one student after the other adds to chosen counts of a period, over all stages of the school.</summary>
internal sealed class StudentShare : ICountListener
{
    private readonly SchoolStage? onlyStage;
    private readonly RecordCounts scratch = new();
    private readonly int[] shares;
    private readonly List<(RollKind Kind, SchoolStage Stage, int Month, int Measure)> rolls = [];
    private readonly List<(TallyKey Key, int Measure)> tallies = [];
    private readonly bool countsSteps;
    private readonly bool countsTests;

    public StudentShare(OrgUnit unit, SchoolLedger ledger, ImmutableArray<CountedMeasure> measures, Period period, Catalogue catalogue)
    {
        onlyStage = ledger.OnlyStage;
        shares = new int[measures.Length];
        scratch.Listener = this;
        countsSteps = measures.Any(measure => !CountedMeasures.IsOfFitness(measure));
        countsTests = measures.Any(CountedMeasures.IsOfFitness);
        foreach (var (at, measure) in measures.Index())
        {
            var stages = catalogue.FindMeasure(CountedMeasures.CodeOf(measure))!.Stages;
            foreach (var stage in unit.Stages.Where(stages.Contains))
                Follow(ledger.Counts.TermsOf(measure, period, stage), period, stage, at);
        }
    }

    /// <summary>The share of the student counted last in a measure, by its place.</summary>
    public int this[int measure] => shares[measure];

    public void Count(StudentRecord record)
    {
        Array.Clear(shares);
        for (var i = 0; countsSteps && i < record.Steps.Length; i++)
            new EnrolmentCounting(scratch, onlyStage, record.Steps[..i]).Count(record.Steps[i]);
        for (var i = 0; countsTests && i < record.Tests.Length; i++)
            new FitnessCounting(scratch, onlyStage, record.Tests[..i]).Count(record.Tests[i]);
    }

    public void OnTally(TallyKey key, int by)
    {
        foreach (var (followed, measure) in tallies)
        {
            if (followed == key)
                shares[measure] += by;
        }
    }

    public void OnRoll(RollKind roll, SchoolStage stage, int month, int by)
    {
        foreach (var followed in rolls)
        {
            if (followed.Kind == roll && followed.Stage == stage && month <= followed.Month)
                shares[followed.Measure] += by;
        }
    }

    private void Follow(CountTerms terms, Period period, SchoolStage stage, int measure)
    {
        if (terms.Roll is { } roll)
            rolls.Add((roll, stage, terms.Month, measure));
        if (terms.First is { } first)
            tallies.Add((new TallyKey(first, period, stage), measure));
        if (terms.Second is { } second)
            tallies.Add((new TallyKey(second, period, stage), measure));
    }
}
