using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Release.Tests.Cities;

namespace EduAnalytics.Release.Tests.Solving;

/// <summary>
/// What a reader can infer of a withheld count from everything shown: an integer programme over all cells, solved by
/// another's solver, which knows nothing of how the system chose what to withhold.
/// </summary>
internal sealed class Inference
{
    private const int Threshold = Towns.Threshold;

    private readonly Reader reader;
    private readonly Sameness same;
    private readonly ILookup<Cell, Relation> relations;

    /// <param name="besides">What the reader knows besides: cells that are equal, such as those of a school that sent nothing in between.</param>
    public Inference(Reader reader, OrgUnitTree tree, IEnumerable<Relation>? besides = null)
    {
        this.reader = reader;
        var all = new Relations(tree, reader.True).All().Concat(besides ?? []).ToList();
        same = new Sameness(all, reader.Withheld.Keys);
        relations = all.Select(same.Of).Where(relation => !Sameness.IsTrivial(relation))
            .DistinctBy(relation => relation.ToString())
            .SelectMany(relation => relation.Parts.Concat(relation.Whole).Where(same.IsUnknown), (relation, cell) => (relation, cell))
            .ToLookup(pair => pair.cell, pair => pair.relation);
    }

    /// <summary>A sentence for every small count that is shown, or can be told more closely than from nought to the threshold.</summary>
    /// <param name="of">Which counts are looked at; null for all.</param>
    public IEnumerable<string> Disclosures(Func<Cell, bool>? of = null)
    {
        var hidden = new Dictionary<Cell, Cell>();
        foreach (var (cell, count) in reader.True.Where(pair => pair.Value is > 0 and < Threshold && (of is null || of(pair.Key))))
        {
            if (!same.IsUnknown(same.Of(cell)))
                yield return $"{cell} is shown, here or under another name: {count}.";
            else
                hidden.TryAdd(same.Of(cell), cell);
        }

        while (hidden.Count > 0)
        {
            var part = new Unknowns(hidden.Keys.First(), same, relations, reader);
            var asked = hidden.Keys.Where(part.Holds).ToList();
            foreach (var (cell, impossible) in part.WhatCannotBe(asked))
                yield return $"{hidden[cell]} = {reader.True[cell]} cannot be {impossible}.";
            foreach (var cell in asked)
                hidden.Remove(cell);
        }
    }
}
