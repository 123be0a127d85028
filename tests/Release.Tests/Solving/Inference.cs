using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Release.Tests.Cities;
using Google.OrTools.Sat;

namespace EduAnalytics.Release.Tests.Solving;

/// <summary>
/// What a reader can infer of a withheld count from everything shown: an integer programme over all cells, solved by
/// another's solver, which knows nothing of how the system chose what to withhold.
/// </summary>
internal sealed class Inference
{
    private const long Most = 100_000;
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
        var looked = new HashSet<Cell>();
        foreach (var (cell, count) in reader.True.Where(pair => pair.Value is > 0 and < Threshold && (of is null || of(pair.Key))))
        {
            if (!same.IsUnknown(same.Of(cell)))
                yield return $"{cell} is shown, here or under another name: {count}.";
            else if (looked.Add(same.Of(cell)) && WhatItCannotBe(same.Of(cell)) is { } impossible)
                yield return $"{cell} = {count} cannot be {impossible}.";
        }
    }

    private string? WhatItCannotBe(Cell cell)
    {
        if (!CanBe(cell, 0, believeReasons: false))
            return "0";
        if (!CanBe(cell, Threshold, believeReasons: false))
            return $"{Threshold}";
        if (!CanBe(cell, 1, believeReasons: true))
            return "1, by the reasons given";
        return CanBe(cell, Threshold - 1, believeReasons: true) ? null : $"{Threshold - 1}, by the reasons given";
    }

    private bool CanBe(Cell cell, long count, bool believeReasons)
    {
        var model = new CpModel();
        var (variables, known) = (new Dictionary<Cell, IntVar>(), new HashSet<Relation>());
        Gather(cell, model, variables, known);
        if (believeReasons && variables.Keys.All(unknown => same.ReasonOf(unknown, reader) != Suppression.Complementary))
            return true;
        model.Add(variables[cell] == count);
        foreach (var relation in known)
        {
            if (relation.Equal)
                model.Add(SumOf(relation.Parts) == SumOf(relation.Whole));
            else
                model.Add(SumOf(relation.Parts) <= SumOf(relation.Whole));
        }

        if (believeReasons)
            AddReasons(model, variables);
        return new CpSolver { StringParameters = "num_workers:1" }.Solve(model) switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => true,
            CpSolverStatus.Infeasible => false,
            var other => throw new InvalidOperationException($"The solver ended with {other}."),
        };

        LinearExpr SumOf(IReadOnlyList<Cell> cells) =>
            LinearExpr.Sum(cells.Select(one => variables.TryGetValue(one, out var variable) ? variable : (LinearExpr)LinearExpr.Constant(reader.True[one])));
    }

    /// <summary>All withheld cells that hang together with one by relations, and these.</summary>
    private void Gather(Cell from, CpModel model, Dictionary<Cell, IntVar> variables, HashSet<Relation> known)
    {
        var open = new Queue<Cell>([from]);
        while (open.TryDequeue(out var cell))
        {
            if (variables.ContainsKey(cell))
                continue;
            variables.Add(cell, model.NewIntVar(0, Most, cell.ToString()));
            foreach (var relation in relations[cell].Where(known.Add))
            {
                foreach (var other in relation.Parts.Concat(relation.Whole).Where(same.IsUnknown))
                    open.Enqueue(other);
            }
        }
    }

    /// <summary>What is marked as a complement is known to be no small count: nought, or as much as the threshold.</summary>
    private void AddReasons(CpModel model, Dictionary<Cell, IntVar> variables)
    {
        foreach (var (cell, variable) in variables)
        {
            if (same.ReasonOf(cell, reader) != Suppression.Complementary)
                continue;
            var nothing = model.NewBoolVar("");
            model.Add(variable == 0).OnlyEnforceIf(nothing);
            model.Add(variable >= Threshold).OnlyEnforceIf(nothing.Not());
        }
    }
}
