using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Trees;

namespace EduAnalytics.Plots;

/// <summary>
/// Where a total comes from: a count parted again and again, each part with its share of what it was parted from. Drawn as
/// an outline whose bars all have one scale. The height follows.
/// </summary>
public sealed record TreeSpec : PlotSpec
{
    /// <summary>Deeper trees leave no room for names.</summary>
    private const int MostLevels = 5;

    public string Subtitle { get; init; } = "";

    public required TreeNode Root { get; init; }

    public required TreeTexts Texts { get; init; }

    public override PlotTable Table() => PlotTable.Of(
        [Texts.Part, Texts.Value, Texts.Share],
        Rows().Select(row => new[]
        {
            string.Join(" / ", row.Path.Select(node => node.Synthetic ? node.Name + Texts.SyntheticSuffix : node.Name)),
            ValueText(row.Node),
            row.Share is { } share ? ShareText(share) : "",
        }));

    internal override void Check()
    {
        var rows = Rows().ToList();
        SpecCheck.Unique(rows.Select(row => row.Node.Id));
        SpecCheck.Demand(rows.TrueForAll(row => row.Path.Count <= MostLevels), $"The tree is deeper than {MostLevels} levels.");
        foreach (var row in rows)
            SpecCheck.Demand(row.Node.Value is null or >= 0, $"'{row.Node.Id}' is {row.Node.Value}; a part of a count is not below zero.");
    }

    internal string ValueText(TreeNode node) => node.Value is { } value ? Numbers.WithUnit(value) : Texts.NoData;

    internal string ShareText(decimal share) => new NumberText(Culture, 1, "%").WithUnit(share * 100);

    /// <summary>Each node with the way to it, from the root down, as they stand below each other.</summary>
    internal IEnumerable<TreeRow> Rows() => Rows(Root, [], null);

    internal override Picture Draw() => TreeLayout.Draw(this);

    private static IEnumerable<TreeRow> Rows(TreeNode node, ValueList<TreeNode> above, decimal? whole)
    {
        ValueList<TreeNode> path = [.. above, node];
        yield return new TreeRow(node, path, whole > 0 ? node.Value / whole : null);
        foreach (var row in node.Parts.SelectMany(part => Rows(part, path, node.Value)))
            yield return row;
    }
}

/// <param name="Id">Unique in the tree.</param>
/// <param name="Value">In the plot's unit; null where it is not known.</param>
/// <param name="Parts">From top to bottom; empty where it is not parted further.</param>
public sealed record TreeNode(string Id, string Name, decimal? Value, ValueList<TreeNode> Parts)
{
    public bool Synthetic { get; init; }

    /// <summary>Its row is shaded and its name is bold.</summary>
    public bool Highlighted { get; init; }
}

/// <summary>The words of a decomposition tree beside its title and names.</summary>
public sealed record TreeTexts
{
    /// <summary>Heads the way to a part in the table.</summary>
    public required string Part { get; init; }

    public required string Value { get; init; }

    /// <summary>Heads the shares, and explains them in the key, such as <c>占上一级的比例</c>.</summary>
    public required string Share { get; init; }

    public required string NoData { get; init; }

    public required string SyntheticSuffix { get; init; }
}

/// <param name="Path">From the root to the node itself.</param>
/// <param name="Share">Of the node above, 0 to 1; null for the root and where either is not known.</param>
internal sealed record TreeRow(TreeNode Node, ValueList<TreeNode> Path, decimal? Share)
{
    public int Level => Path.Count - 1;

    public bool IsBold => Level == 0 || Node.Highlighted;
}
