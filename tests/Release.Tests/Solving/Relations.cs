using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Release.Tests.Solving;

/// <summary>What a reader knows to hold between counts: some added up are as much as others, or no more.</summary>
internal sealed record Relation(IReadOnlyList<Cell> Parts, IReadOnlyList<Cell> Whole, bool Equal)
{
    public override string ToString() => $"{string.Join(" + ", Parts)} {(Equal ? "=" : "≤")} {string.Join(" + ", Whole)}";
}

/// <summary>
/// All relations between the cells of a city that follow from what the cells mean, found here without a look at how the
/// system decides. One that the true counts do not keep, since somebody stated something else, is none.
/// </summary>
internal sealed class Relations(OrgUnitTree tree, IReadOnlyDictionary<Cell, long> counts)
{
    private static readonly Dictionary<string, Derivation.Paired> pairs = Shipped.Catalogue.Measures
        .Where(measure => measure.Derivation is Derivation.Paired)
        .ToDictionary(measure => measure.Code, measure => (Derivation.Paired)measure.Derivation!);

    private readonly ILookup<(OrgUnitId, string, SchoolStage?, int, GradeAndSex?), Cell> byLine = counts.Keys.ToLookup(LineOf, cell => cell);

    public IEnumerable<Relation> All() =>
        OverUnits().Concat(OverStages()).Concat(OverParts()).Concat(OverTime()).Concat(RollAndDropouts()).Concat(OfSeptember()).Concat(Ledger()).Concat(Pairs()).Concat(PartsOfWhole()).Where(Holds);

    /// <summary>A unit has what its children have together.</summary>
    private IEnumerable<Relation> OverUnits() =>
        from cell in counts.Keys
        let children = tree.ChildrenOf(cell.Unit).Select(child => cell with { Unit = child.Id }).Where(counts.ContainsKey).ToList()
        where children.Count > 0
        select new Relation(children, [cell], true);

    private IEnumerable<Relation> OverStages() =>
        from cell in counts.Keys
        where cell.Key.Stage is null
        let stages = Enum.GetValues<SchoolStage>().Select(stage => cell with { Key = cell.Key with { Stage = stage } }).Where(counts.ContainsKey).ToList()
        where stages.Count > 0
        select new Relation(stages, [cell], true);

    /// <summary>A stage has what its grades' girls and boys have together, and all stages what all have.</summary>
    private IEnumerable<Relation> OverParts() =>
        from parts in counts.Keys.Where(cell => cell.Part is not null).GroupBy(cell => cell with { Part = null })
        from stage in Enum.GetValues<SchoolStage>().Cast<SchoolStage?>().Append(null)
        let whole = parts.Key with { Key = parts.Key.Key with { Stage = stage } }
        where counts.ContainsKey(whole)
        select new Relation([.. parts.Where(part => stage is null || StageOf(part.Part!.Value.Grade!.Value) == stage)], [whole], true);

    private static SchoolStage StageOf(int grade) => grade <= 6 ? SchoolStage.Primary : grade <= 9 ? SchoolStage.Junior : SchoolStage.Senior;

    /// <summary>
    /// Dropouts and closed cases of a longer period are those of the shorter ones in it; what stands at one day is the same in
    /// all periods that end on it.
    /// </summary>
    private IEnumerable<Relation> OverTime()
    {
        foreach (var cell in counts.Keys.Where(cell => cell.Key.Code is MeasureCodes.DroppedOut or MeasureCodes.Closed))
        {
            foreach (var type in new[] { PeriodType.HalfYear, PeriodType.Month })
            {
                if (cell.Key.Period.Type is PeriodType.Month || cell.Key.Period.Type == type || (cell.Key.Period.Type is PeriodType.SchoolYear && type is PeriodType.HalfYear))
                    continue;
                var parts = OfOtherPeriods(cell).Where(other => other.Key.Period.Type == type && cell.Key.Period.Contains(other.Key.Period.Start)).ToList();
                if (parts.Count > 0)
                    yield return new Relation(parts, [cell], true);
            }
        }

        foreach (var cell in counts.Keys.Where(cell => cell.Key.Code is MeasureCodes.Suspected or MeasureCodes.Confirmed))
        {
            foreach (var other in OfOtherPeriods(cell).Where(other => other.Key.Period != cell.Key.Period && other.Key.Period.End == cell.Key.Period.End))
                yield return new Relation([other], [cell], true);
        }
    }

    private IEnumerable<Cell> OfOtherPeriods(Cell cell) => byLine[LineOf(cell)];

    private static (OrgUnitId Unit, string Code, SchoolStage? Stage, int Look, GradeAndSex? Part) LineOf(Cell cell) =>
        (cell.Unit, cell.Key.Code, cell.Key.Stage, cell.Look, cell.Part);

    /// <summary>Of two periods that end on one day the roll is the same: what more is enrolled in the longer, are its dropouts.</summary>
    private IEnumerable<Relation> RollAndDropouts() =>
        from year in counts.Keys
        where year.Key.Code == MeasureCodes.Enrolled && year.Key.Period.Type is PeriodType.Year or PeriodType.HalfYear
        from shorter in OfOtherPeriods(year)
        where shorter.Key.Period.End == year.Key.Period.End && shorter.Key.Period.Type > year.Key.Period.Type
        let dropped = year with { Key = year.Key with { Code = MeasureCodes.DroppedOut } }
        let droppedShorter = shorter with { Key = shorter.Key with { Code = MeasureCodes.DroppedOut } }
        where counts.ContainsKey(dropped) && counts.ContainsKey(droppedShorter)
        select new Relation([year, droppedShorter], [shorter, dropped], true);

    /// <summary>
    /// A school year's roll is its September's and those dropouts of the year who are not on it: no more than all its dropouts.
    /// </summary>
    private IEnumerable<Relation> OfSeptember() =>
        from year in counts.Keys
        where year.Key.Code == MeasureCodes.Enrolled && year.Key.Period.Type == PeriodType.SchoolYear
        let september = year with { Key = year.Key with { Period = Period.Of(PeriodType.Month, year.Key.Period.Start) } }
        let dropped = year with { Key = year.Key with { Code = MeasureCodes.DroppedOut } }
        let droppedInIt = september with { Key = september.Key with { Code = MeasureCodes.DroppedOut } }
        where counts.ContainsKey(september) && counts.ContainsKey(dropped) && counts.ContainsKey(droppedInIt)
        from relation in (Relation[])[new([september], [year, droppedInIt], false), new([year, droppedInIt], [september, dropped], false)]
        select relation;

    /// <summary>
    /// Of those on the ledger at a period's end, its dropouts came in it and the rest stood there before; who stood there
    /// before and does no more, was closed.
    /// </summary>
    private IEnumerable<Relation> Ledger() =>
        from after in counts.Keys
        where after.Key.Code == MeasureCodes.Confirmed
        let before = after with { Key = after.Key with { Period = after.Key.Period.Previous } }
        let dropped = after with { Key = after.Key with { Code = MeasureCodes.DroppedOut } }
        let closed = after with { Key = after.Key with { Code = MeasureCodes.Closed } }
        where counts.ContainsKey(before) && counts.ContainsKey(dropped) && counts.ContainsKey(closed)
        from relation in (Relation[])
        [
            new([dropped], [after], false),
            new([after], [before, dropped], false),
            new([before, dropped], [after, closed], false),
        ]
        select relation;

    /// <summary>A ratio's numerator and denominator are the measures they are made of.</summary>
    private IEnumerable<Relation> Pairs() =>
        from cell in counts.Keys
        where pairs.ContainsKey(cell.Key.Code)
        let pair = pairs[cell.Key.Code]
        let terms = (pair.Part == PairedPart.Numerator ? pair.Of.Numerator : pair.Of.Denominator).Select(code => cell with { Key = cell.Key with { Code = code } }).ToList()
        where terms.All(counts.ContainsKey)
        select new Relation(terms, [cell], true);

    /// <summary>Who is counted above the line of a share is counted below it too.</summary>
    private IEnumerable<Relation> PartsOfWhole() =>
        from cell in counts.Keys
        where pairs.TryGetValue(cell.Key.Code, out var pair) && pair.Part == PairedPart.Numerator && pair.Of.Scale == 100
        let whole = cell with { Key = cell.Key with { Code = new Derivation.Paired(pairs[cell.Key.Code].Of, PairedPart.Denominator).Code } }
        where counts.ContainsKey(whole)
        select new Relation([cell], [whole], false);

    private bool Holds(Relation relation)
    {
        var (parts, whole) = (relation.Parts.Sum(cell => counts[cell]), relation.Whole.Sum(cell => counts[cell]));
        return relation.Equal ? parts == whole : parts <= whole;
    }
}
