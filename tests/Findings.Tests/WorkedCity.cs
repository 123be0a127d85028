using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Findings.Tests;

/// <summary>A city of real domain objects: submissions are checked, applied and rolled up as the grains do it, without any silo.</summary>
internal sealed class WorkedCity
{
    public static readonly DateTimeOffset Noon = new(2024, 11, 20, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly Domain.Catalogues.Catalogue catalogue;
    private readonly OrgUnitTree tree;
    private readonly Dictionary<OrgUnitId, WorkedSchool> schools = [];
    private readonly Dictionary<OrgUnitId, WorkedAuthority> authorities = [];
    private int submissions;

    public WorkedCity(Domain.Catalogues.Catalogue catalogue, IEnumerable<OrgUnit> units)
    {
        this.catalogue = catalogue;
        tree = new OrgUnitTree(units, 1);
        foreach (var unit in tree.All)
        {
            if (unit.Level == OrgUnitLevel.School)
                schools.Add(unit.Id, new WorkedSchool(unit, catalogue));
            else
                authorities.Add(unit.Id, new WorkedAuthority(unit, tree, catalogue));
        }
    }

    /// <summary>All findings about all units.</summary>
    public IEnumerable<Finding> Findings =>
        authorities.Values.SelectMany(authority => authority.Book.Standing().Concat(authority.Peers.Standing()))
            .Concat(schools.Values.SelectMany(school => school.Book.Standing()));

    /// <summary>What a submission of one unit makes its own grain and those above look at; the number of findings there.</summary>
    public int LookFrom(string unit)
    {
        var count = 0;
        foreach (var at in tree.SelfAndAncestors(tree.Find(OrgUnitId.Parse(unit))!))
        {
            count += schools.TryGetValue(at.Id, out var school)
                ? school.Book.Standing().Count
                : authorities[at.Id].Book.Standing().Count + authorities[at.Id].Peers.Standing().Count();
        }

        return count;
    }

    public IEnumerable<Finding> Of(string unit) => Findings.Where(finding => finding.OrgUnit.Code == unit);

    /// <summary>States figures, as an authority or a school does; what the rules refuse fails the test.</summary>
    public WorkedCity State(string unit, params Figure[] figures) =>
        Submit(new FiguresSubmission($"stated-{++submissions}", OrgUnitId.Parse(unit), new Source("年度报表", null), [.. figures]));

    public WorkedCity Submit(FiguresSubmission submission)
    {
        var errors = FiguresRules.Check(submission, tree.Find(submission.OrgUnit)!, catalogue, DateOnly.FromDateTime(Noon.Date));
        Assert.Empty(errors);
        Apply(submission.OrgUnit, new FiguresReported(submission.Id, Noon, submission.Source, submission.Figures));
        return this;
    }

    public WorkedCity Submit(ProblemsSubmission submission)
    {
        Assert.Empty(ProblemRules.Check(submission, catalogue, DateOnly.FromDateTime(Noon.Date)));
        Apply(submission.OrgUnit, new ProblemsNamed(submission.Id, Noon, submission.Period, submission.Source, submission.Problems));
        return this;
    }

    public void Apply(OrgUnitId unit, JournalEvent journalEvent)
    {
        if (schools.TryGetValue(unit, out var school))
            Pass(school.Unit, school.Apply(journalEvent));
        else
            Pass(authorities[unit].Unit, authorities[unit].Apply(journalEvent));
    }

    private void Pass(OrgUnit unit, RowUpdate update)
    {
        if (unit.Parent is { } parent)
            Pass(authorities[parent].Unit, authorities[parent].Accept(unit, update));
    }

    private sealed class WorkedSchool
    {
        private readonly Domain.Catalogues.Catalogue catalogue;
        private readonly SchoolLedger ledger;
        private readonly SchoolMeasures measures;
        private readonly Row row;

        public WorkedSchool(OrgUnit unit, Domain.Catalogues.Catalogue catalogue)
        {
            (Unit, this.catalogue) = (unit, catalogue);
            ledger = new SchoolLedger(unit.Stages is [var only] ? only : null);
            measures = new SchoolMeasures(unit, ledger, catalogue);
            row = new Row(unit.Id);
            Book = new FindingBook(catalogue.Rulebook, unit, () => new FindingScope(catalogue, measures, ledger.Stated, null) { Problems = ledger.Problems });
        }

        public OrgUnit Unit { get; }

        public FindingBook Book { get; }

        public RowUpdate Apply(JournalEvent journalEvent)
        {
            var before = row.Version;
            ledger.Apply(journalEvent);
            Book.Touch(row.Refresh(measures, measures.KeysTouchedBy(journalEvent), catalogue));
            if (journalEvent is ProblemsNamed)
                Book.Touch(measures.Keys);
            return row.Since(before);
        }
    }

    private sealed class WorkedAuthority
    {
        private readonly Domain.Catalogues.Catalogue catalogue;
        private readonly AuthorityLedger ledger = new();
        private readonly RollUp rollUp;
        private readonly AuthorityMeasures measures;
        private readonly Row row;

        public WorkedAuthority(OrgUnit unit, OrgUnitTree tree, Domain.Catalogues.Catalogue catalogue)
        {
            (Unit, this.catalogue) = (unit, catalogue);
            rollUp = new RollUp(catalogue);
            measures = new AuthorityMeasures(unit, tree, ledger, rollUp, catalogue);
            row = new Row(unit.Id);
            Book = new FindingBook(catalogue.Rulebook, unit, () => new FindingScope(catalogue, measures, ledger.Stated, tree) { Problems = ledger.Problems });
            Peers = new PeerBook(catalogue.Rulebook, catalogue, child => rollUp.TryFindRow(child, out var found) ? found : null);
        }

        public OrgUnit Unit { get; }

        public FindingBook Book { get; }

        public PeerBook Peers { get; }

        public RowUpdate Apply(JournalEvent journalEvent)
        {
            ledger.Apply(journalEvent);
            if (journalEvent is ProblemsNamed)
                Book.Touch(measures.Keys);
            return Refresh(ledger.Stated.Keys(catalogue));
        }

        public RowUpdate Accept(OrgUnit child, RowUpdate update)
        {
            var changed = new HashSet<MeasureKey>();
            rollUp.Accept(child, update, changed);
            Peers.Touch(child.Id, changed);
            return Refresh(changed);
        }

        private RowUpdate Refresh(IEnumerable<MeasureKey> touched)
        {
            var before = row.Version;
            Book.Touch(row.Refresh(measures, catalogue.WithDerived(touched).Distinct()));
            return row.Since(before);
        }
    }
}
