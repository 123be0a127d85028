using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Release.Tests.Cities;

namespace EduAnalytics.Release.Tests.Solving;

/// <summary>One count of one unit, as it stood at one of the reader's looks.</summary>
/// <param name="Part">A grade's girls or boys; null for all.</param>
internal readonly record struct Cell(OrgUnitId Unit, MeasureKey Key, int Look = 0, GradeAndSex? Part = null)
{
    public override string ToString() => $"{Unit.Code} {Key.Code} {Key.Period} {Key.Stage}{Part}{(Look == 0 ? "" : $" at look {Look}")}";
}

/// <summary>
/// All that a reader of a city who is nobody's staff has fetched: every count of students behind any indicator, for every
/// unit, stage and period, as a number or as the reason why not.
/// </summary>
internal sealed class Reader
{
    /// <summary>What stands in every cell; the reader knows those that are not withheld.</summary>
    public Dictionary<Cell, long> True { get; } = [];

    public Dictionary<Cell, Suppression> Withheld { get; } = [];

    /// <summary>Who looks once.</summary>
    /// <param name="only">Which cells are looked at; null for all.</param>
    public static Reader Of(City city, Func<MeasureKey, bool>? only = null)
    {
        var reader = new Reader();
        reader.Look(city, 0, only);
        return reader;
    }

    /// <summary>Who looks once, and asks for every breakdown by grade and sex too.</summary>
    public static Reader Of(BrokenDown made)
    {
        var reader = Of(made.City);
        foreach (var (unit, ratio, counted, breakdown, isShown) in made.All())
        {
            foreach (var cell in breakdown.Cells)
            {
                for (var i = 0; i < counted.Measures.Length; i++)
                    reader.Take(Of(CountedMeasures.CodeOf(counted.Measures[i])), cell.Counts[i], false);
                reader.Take(Of(new Derivation.Paired(ratio, PairedPart.Numerator).Code), counted.NumeratorOf(cell), isShown);
                reader.Take(Of(new Derivation.Paired(ratio, PairedPart.Denominator).Code), counted.DenominatorOf(cell)!.Value, isShown);

                Cell Of(string code) => new(unit, new MeasureKey(code, BrokenDown.Year, null), 0, cell.Cell);
            }
        }

        return reader;
    }

    private void Take(Cell cell, int count, bool isShown)
    {
        var isNew = True.TryAdd(cell, count);
        if (isShown)
            Withheld.Remove(cell);
        else if (isNew)
            Withheld.Add(cell, Suppression.SmallCount);
    }

    /// <summary>Who is shown every count but the small ones, as if nothing were withheld beside them.</summary>
    public static Reader WithoutComplements(City city)
    {
        var reader = Of(city);
        reader.Withheld.Clear();
        foreach (var (cell, count) in reader.True.Where(pair => pair.Value is > 0 and < Towns.Threshold))
            reader.Withheld.Add(cell, Suppression.SmallCount);
        return reader;
    }

    public void Look(City city, int look, Func<MeasureKey, bool>? only = null)
    {
        foreach (var unit in city.Tree.All)
        {
            var measures = city.MeasuresOf(unit.Id);
            foreach (var key in measures.Keys.Where(key => CanBeAsked(key) && (only is null || only(key))))
            {
                var cell = new Cell(unit.Id, key, look);
                True[cell] = (long)Chosen(key, measures);
                if (city.WhyWithheld(unit.Id, key) is { } reason)
                    Withheld[cell] = reason;
                else if (IsLeftOutOfExplanations(key, measures))
                    Withheld[cell] = Suppression.SmallCount;
            }
        }
    }

    private static bool CanBeAsked(MeasureKey key) =>
        Shipped.Catalogue.Counts.Find(key.Code)?.PeriodTypes.Contains(key.Period.Type) == true;

    /// <summary>A measure of which more is known than enters the ratios is no contribution that readers see, unless an indicator is the measure itself.</summary>
    private static bool IsLeftOutOfExplanations(MeasureKey key, IMeasures measures) =>
        !Shipped.Catalogue.Indicators.Any(indicator => indicator.Formula is Formula.Sum sum && sum.Terms.Contains(key.Code))
        && Shipped.Catalogue.DerivedFrom(key.Code).Any(derived =>
            derived.Derivation is Derivation.Paired paired
            && (paired.Part == PairedPart.Numerator ? paired.Of.Numerator : paired.Of.Denominator) is [var only] && only == key.Code
            && measures.TrySummed(key with { Code = derived.Code }, out var part) && part.Value != Chosen(key, measures));

    /// <summary>A complete sum, else a statement, else a partial sum.</summary>
    private static decimal Chosen(MeasureKey key, IMeasures measures)
    {
        var summed = measures.TrySummed(key, out var total);
        if (measures.TryStated(key, out var stated) && (!summed || (!total.Complete && total.Value <= stated.Value)))
            return stated.Value;
        return total.Value;
    }
}
