using System.Diagnostics.CodeAnalysis;
using EduAnalytics.Domain.Catalogues;

namespace EduAnalytics.Domain.Measures;

/// <summary>What one unit itself stated; a later statement for the same cell replaces the earlier one.</summary>
public sealed class StatedFigures
{
    private readonly Dictionary<MeasureKey, StatedFigure> figures = [];

    public IReadOnlyCollection<StatedFigure> All => figures.Values;

    public void State(StatedFigure figure) => figures[figure.Figure.Key] = figure;

    /// <summary>The statement behind a cell; for all stages together also that of the only stage there is.</summary>
    public bool TryFind(MeasureKey key, Catalogue catalogue, [NotNullWhen(true)] out StatedFigure? figure) =>
        figures.TryGetValue(key, out figure)
        || (catalogue.OnlyStageOf(key.Code) is { } only
            && (key.Stage is null || key.Stage == only)
            && figures.TryGetValue(key with { Stage = key.Stage is null ? only : null }, out figure));

    /// <summary>The stated value of a cell; an additive measure stated stage by stage has a total over its stages.</summary>
    public bool TryValue(MeasureKey key, Catalogue catalogue, out StatedValue value)
    {
        if (TryFind(key, catalogue, out var figure))
        {
            value = new StatedValue(figure.Figure.Value, figure.AcceptedAt);
            return true;
        }

        value = default;
        return key.Stage is null && catalogue.FindMeasure(key.Code) is { Additive: true } measure && TryAddStages(key, measure, out value);
    }

    /// <summary>The stated cells, with the totals over stages that follow from them.</summary>
    public IEnumerable<MeasureKey> Keys(Catalogue catalogue) => figures.Keys.SelectMany(key => KeysOf(key, catalogue));

    /// <summary>The cell of one statement, with the total over stages that follows from it.</summary>
    internal static IEnumerable<MeasureKey> KeysOf(MeasureKey stated, Catalogue catalogue)
    {
        yield return catalogue.Normalise(stated);
        if (stated.Stage is not null && catalogue.OnlyStageOf(stated.Code) is null && catalogue.FindMeasure(stated.Code) is { Additive: true })
            yield return stated with { Stage = null };
    }

    private bool TryAddStages(MeasureKey key, Measure measure, out StatedValue value)
    {
        value = default;
        var any = false;
        foreach (var stage in measure.Stages)
        {
            if (!figures.TryGetValue(key with { Stage = stage }, out var figure))
                continue;
            var newest = figure.AcceptedAt > value.AcceptedAt ? figure.AcceptedAt : value.AcceptedAt;
            value = new StatedValue(value.Value + figure.Figure.Value, newest);
            any = true;
        }

        return any;
    }
}
