using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Release.Tests.Cities;

/// <summary>A city of the domain's own parts, rolled up as grains do it, with the release books of its districts and its own.</summary>
internal sealed class City
{
    private static readonly DateTimeOffset acceptedAt = new(2026, 9, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<OrgUnitId, SchoolLedger> schools = [];
    private readonly Dictionary<OrgUnitId, (AuthorityLedger Ledger, RollUp RollUp, AuthorityMeasures Measures, Row Row)> authorities = [];
    private readonly Dictionary<OrgUnitId, Row> rows = [];
    private readonly Dictionary<OrgUnitId, ReleaseBook> books = [];

    public City(OrgUnitTree tree)
    {
        Tree = tree;
        foreach (var unit in tree.All)
        {
            if (unit.Level == OrgUnitLevel.School)
                schools.Add(unit.Id, new SchoolLedger(unit.Stages is [var only] ? only : null));
            else
                authorities.Add(unit.Id, MakeAuthority(unit));
            rows.Add(unit.Id, unit.Level == OrgUnitLevel.School ? new Row(unit.Id) : authorities[unit.Id].Row);
        }

        Restart();
    }

    public OrgUnitTree Tree { get; }

    public IMeasures MeasuresOf(OrgUnitId unit)
    {
        var known = Tree.Find(unit)!;
        if (known.Level != OrgUnitLevel.School)
            return authorities[unit].Measures;
        return authorities[known.Parent!.Value].RollUp.TryFindRow(unit, out var row) ? row : new NoMeasures(known);
    }

    /// <summary>What was remembered of earlier answers is gone.</summary>
    public void Restart()
    {
        books.Clear();
        foreach (var unit in authorities.Keys)
        {
            books.Add(unit, new ReleaseBook(Shipped.Catalogue.Counts, () => ScopeOf(unit)));
            books[unit].FollowSteps();
        }
    }

    public void Report(OrgUnitId unit, params Figure[] figures)
    {
        var reported = new FiguresReported($"s{figures.Length}", acceptedAt, new Source("report", null), [.. figures]);
        Take(unit, reported);
        for (var at = Tree.Find(unit); at is not null; at = at.Parent is { } parent ? Tree.Find(parent) : null)
            PushUp(at);
    }

    /// <summary>A school reports to its district, of which the city has not heard yet.</summary>
    public void ReportToDistrict(OrgUnitId school, params Figure[] figures)
    {
        Take(school, new FiguresReported($"d{figures.Length}", acceptedAt, new Source("report", null), [.. figures]));
        PushUp(Tree.Find(school)!);
    }

    /// <summary>Takes an event; what it changes is seen after <see cref="PushUp()"/>.</summary>
    public void Take(OrgUnitId unit, JournalEvent journalEvent)
    {
        if (schools.TryGetValue(unit, out var ledger))
            ledger.Apply(journalEvent);
        else
            authorities[unit].Ledger.Apply(journalEvent);
    }

    /// <summary>Brings every unit's row up, the lowest first.</summary>
    public void PushUp()
    {
        foreach (var unit in Tree.All.OrderByDescending(unit => unit.Level))
            PushUp(unit);
    }

    /// <summary>Why a reader who is nobody's staff does not get a cell; null where it is shown.</summary>
    public Suppression? WhyWithheld(OrgUnitId unit, MeasureKey cell)
    {
        var keeper = Tree.Find(unit) is { Level: OrgUnitLevel.School } school ? school.Parent!.Value : unit;
        var book = books[keeper];
        var years = book.YearsOf([cell]);
        HeedAbove(keeper, years);
        foreach (var below in book.UnheardBelow(years))
        {
            HeedAbove(below, years);
            book.HeedBelow(below, rows[below].Version, years, books[below].HeldIn(years));
        }

        return book.WhyWithheld(unit, [cell]);
    }

    private void HeedAbove(OrgUnitId keeper, ImmutableArray<YearOfCounts> years)
    {
        if (Tree.Find(keeper)!.Parent is { } above)
            books[keeper].Heed(years, books[above].ClosedOf(keeper, years));
    }

    private (AuthorityLedger Ledger, RollUp RollUp, AuthorityMeasures Measures, Row Row) MakeAuthority(OrgUnit unit)
    {
        var (ledger, rollUp) = (new AuthorityLedger(), new RollUp(Shipped.Catalogue));
        return (ledger, rollUp, new AuthorityMeasures(unit, Tree, ledger, rollUp, Shipped.Catalogue), new Row(unit.Id));
    }

    public ReleaseScope ScopeOf(OrgUnitId unit) => new(
        authorities[unit].Measures,
        [.. Tree.ChildrenOf(unit).Select(child => child.Id)],
        child => authorities[unit].RollUp.TryFindRow(child, out var row) ? row : null,
        authorities[unit].Measures.Version);

    private void PushUp(OrgUnit unit)
    {
        IMeasures measures = unit.Level == OrgUnitLevel.School ? new SchoolMeasures(unit, schools[unit.Id], Shipped.Catalogue) : authorities[unit.Id].Measures;
        rows[unit.Id].Refresh(measures, measures.Keys);
        if (unit.Parent is { } parent)
            authorities[parent].RollUp.Accept(unit, rows[unit.Id].Since(authorities[parent].RollUp.HeldOf(unit.Id)), new List<MeasureKey>());
    }
}
