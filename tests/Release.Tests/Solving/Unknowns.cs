using EduAnalytics.Domain.Release;
using EduAnalytics.Release.Tests.Cities;
using Google.OrTools.Sat;

namespace EduAnalytics.Release.Tests.Solving;

/// <summary>All withheld cells that hang together with one by relations, and what they could be.</summary>
internal sealed class Unknowns
{
    private const long Most = 100_000;
    private const int Threshold = Towns.Threshold;

    private readonly Sameness same;
    private readonly Reader reader;
    private readonly HashSet<Cell> cells = [];
    private readonly HashSet<Relation> known = [];

    public Unknowns(Cell from, Sameness same, ILookup<Cell, Relation> relations, Reader reader)
    {
        (this.same, this.reader) = (same, reader);
        var open = new Queue<Cell>([from]);
        while (open.TryDequeue(out var cell))
        {
            if (!cells.Add(cell))
                continue;
            foreach (var relation in relations[cell].Where(known.Add))
            {
                foreach (var other in relation.Parts.Concat(relation.Whole).Where(same.IsUnknown))
                    open.Enqueue(other);
            }
        }
    }

    public bool Holds(Cell cell) => cells.Contains(cell);

    /// <summary>The cells that can be told more closely than they should, with a number that each cannot be.</summary>
    public IEnumerable<(Cell Cell, string Impossible)> WhatCannotBe(IReadOnlyCollection<Cell> asked)
    {
        var told = Never(asked, 0, false).Select(cell => (cell, "0"))
            .Concat(Never(asked, Threshold, false).Select(cell => (cell, $"{Threshold}")));
        if (cells.Any(unknown => same.ReasonOf(unknown, reader) == Suppression.Complementary))
        {
            told = told.Concat(Never(asked, 1, true).Select(cell => (cell, "1, by the reasons given")))
                .Concat(Never(asked, Threshold - 1, true).Select(cell => (cell, $"{Threshold - 1}, by the reasons given")));
        }

        return told.DistinctBy(pair => pair.Item1);
    }

    /// <summary>
    /// Those that are a number in no city that would show the same. Each answer of the solver is a city in which some of them
    /// are, so that few are asked for.
    /// </summary>
    private List<Cell> Never(IReadOnlyCollection<Cell> asked, long count, bool believeReasons)
    {
        var left = asked.ToList();
        while (left.Count > 0)
        {
            var (model, variables) = MakeModel(believeReasons);
            var are = left.ConvertAll(cell =>
            {
                var is_ = model.NewBoolVar("");
                model.Add(variables[cell] == count).OnlyEnforceIf(is_);
                return is_;
            });
            model.AddBoolOr(are);
            model.Maximize(LinearExpr.Sum(are));
            var solver = new CpSolver { StringParameters = "num_workers:1,relative_gap_limit:0.5" };
            switch (solver.Solve(model))
            {
                case CpSolverStatus.Infeasible:
                    return left;
                case CpSolverStatus.Optimal or CpSolverStatus.Feasible:
                    left.RemoveAll(cell => solver.Value(variables[cell]) == count);
                    break;
                case var other:
                    throw new InvalidOperationException($"The solver ended with {other}.");
            }
        }

        return left;
    }

    private (CpModel Model, Dictionary<Cell, IntVar> Variables) MakeModel(bool believeReasons)
    {
        var model = new CpModel();
        var variables = cells.ToDictionary(cell => cell, cell => model.NewIntVar(0, Most, ""));
        foreach (var relation in known)
        {
            if (relation.Equal)
                model.Add(SumOf(relation.Parts) == SumOf(relation.Whole));
            else
                model.Add(SumOf(relation.Parts) <= SumOf(relation.Whole));
        }

        if (believeReasons)
            AddReasons(model, variables);
        return (model, variables);

        LinearExpr SumOf(IReadOnlyList<Cell> summed) =>
            LinearExpr.Sum(summed.Select(one => variables.TryGetValue(one, out var variable) ? variable : (LinearExpr)LinearExpr.Constant(reader.True[one])));
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
