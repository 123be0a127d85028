using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Samples.Tests;

[assembly: AssemblyFixture(typeof(LoadedCity))]

namespace EduAnalytics.Samples.Tests;

/// <summary>All samples sent through the domain's rules, ledgers and roll-ups, without a silo around them.</summary>
public sealed class LoadedCity
{
    private static readonly DateOnly today = new(2026, 9, 30);
    private static readonly DateTimeOffset acceptedAt = new(2026, 9, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly Catalogue catalogue = Shipped.Catalogue;
    private readonly Dictionary<OrgUnitId, SchoolLedger> schools = [];
    private readonly Dictionary<OrgUnitId, AuthorityLedger> authorities = [];
    private readonly Dictionary<OrgUnitId, IMeasures> measures = [];
    private readonly List<string> refusals = [];

    public LoadedCity()
    {
        Samples = SampleSet.Open(Shipped.SamplesDirectory);
        Tree = new OrgUnitTree(Samples.OrgUnits, 1);
        foreach (var submission in Samples.Submissions())
            Sizes.Add(Take(submission, Tree.Find(submission.OrgUnit)!));
        MeasureFrom(Tree.All.Single(unit => unit.Level == OrgUnitLevel.City));
    }

    public SampleSet Samples { get; }

    public OrgUnitTree Tree { get; }

    public IReadOnlyList<string> Refusals => refusals;

    /// <summary>Lines of each submission.</summary>
    public List<int> Sizes { get; } = [];

    public IEnumerable<OrgUnit> SyntheticDistricts => Tree.All.Where(unit => unit is { Level: OrgUnitLevel.District, Synthetic: true });

    public IEnumerable<OrgUnit> SyntheticSchools => Tree.All.Where(unit => unit is { Level: OrgUnitLevel.School, Synthetic: true });

    public IndicatorValue Value(OrgUnit unit, string indicator, string period, SchoolStage? stage = null) =>
        IndicatorCalculator.Evaluate(catalogue.FindIndicator(indicator)!, Period.Parse(period), stage, measures[unit.Id]);

    public IndicatorValue Value(string unit, string indicator, string period, SchoolStage? stage = null) =>
        Value(Tree.Find(OrgUnitId.Parse(unit))!, indicator, period, stage);

    /// <summary>How a district, with all its schools, stands by a standard.</summary>
    public ComplianceReport Assess(OrgUnit district, Standard standard, int year) =>
        new ComplianceAssessor(catalogue, measures[district.Id], [.. Tree.ChildrenOf(district.Id).Select(school => measures[school.Id])])
            .Assess(standard, Period.OfYear(year));

    /// <summary>Students on the roll of all schools together at the end of a year.</summary>
    public decimal Enrolled(string unit, int year) =>
        measures[OrgUnitId.Parse(unit)].TrySummed(new MeasureKey(MeasureCodes.Enrolled, Period.OfYear(year), null), out var total) ? total.Value : 0;

    private int Take(Submission submission, OrgUnit unit)
    {
        var (errors, journalEvent) = Decide(submission, unit);
        refusals.AddRange(errors.Select(error => $"{unit.Id} {submission.Id} line {error.Index}: {error.Code} {error.Message}"));
        if (unit.Level == OrgUnitLevel.School)
            LedgerOf(unit).Apply(journalEvent);
        else
            AuthorityOf(unit).Apply(journalEvent);
        return journalEvent.Count;
    }

    private (IReadOnlyList<SubmissionError> Errors, JournalEvent Event) Decide(Submission submission, OrgUnit unit) => submission switch
    {
        FiguresSubmission figures => (
            FiguresRules.Check(figures, unit, catalogue, today),
            new FiguresReported(figures.Id, acceptedAt, figures.Source, figures.Figures)),
        ProblemsSubmission problems => (
            ProblemRules.Check(problems, catalogue, today),
            new ProblemsNamed(problems.Id, acceptedAt, problems.Period, problems.Source, problems.Problems)),
        EnrolmentSubmission enrolment => (
            EnrolmentRules.Check(enrolment, unit, LedgerOf(unit), today),
            new EnrolmentRecorded(enrolment.Id, acceptedAt, enrolment.Events)),
        FitnessSubmission fitness => Decide(fitness, new FitnessMarking(fitness.Results, catalogue.Fitness), unit),
        _ => throw new InvalidOperationException($"Samples hold no {submission.GetType().Name}."),
    };

    private static (IReadOnlyList<SubmissionError> Errors, JournalEvent Event) Decide(FitnessSubmission submission, FitnessMarking marking, OrgUnit unit) => (
        FitnessRules.Check(submission, marking, unit, today),
        new FitnessRecorded(submission.Id, acceptedAt, marking.Results));

    private RowUpdate MeasureFrom(OrgUnit unit)
    {
        if (unit.Level == OrgUnitLevel.School)
        {
            measures[unit.Id] = new SchoolMeasures(unit, LedgerOf(unit), catalogue);
        }
        else
        {
            var rollUp = new RollUp(catalogue);
            foreach (var child in Tree.ChildrenOf(unit.Id))
                rollUp.Accept(child, MeasureFrom(child), new List<MeasureKey>());
            measures[unit.Id] = new AuthorityMeasures(unit, Tree, AuthorityOf(unit), rollUp, catalogue);
        }

        var row = new Row(unit.Id);
        row.Refresh(measures[unit.Id], measures[unit.Id].Keys);
        return row.Since(0);
    }

    private SchoolLedger LedgerOf(OrgUnit unit)
    {
        if (!schools.TryGetValue(unit.Id, out var ledger))
            schools.Add(unit.Id, ledger = new SchoolLedger(unit.Stages is [var only] ? only : null));
        return ledger;
    }

    private AuthorityLedger AuthorityOf(OrgUnit unit)
    {
        if (!authorities.TryGetValue(unit.Id, out var ledger))
            authorities.Add(unit.Id, ledger = new AuthorityLedger());
        return ledger;
    }
}
