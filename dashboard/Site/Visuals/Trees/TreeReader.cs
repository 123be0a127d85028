using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Visuals.Trees;

/// <summary>Reads where a count comes from, level by level.</summary>
public sealed class TreeReader(CompareReader comparisons, TimeProvider time)
{
    /// <summary>What the tree was asked for first: where dropouts come from.</summary>
    private const string UsualIndicator = "dropout.rate";

    /// <param name="view">Its parent is the root; null for the first city.</param>
    /// <param name="period">Null for the newest year that has ended.</param>
    /// <param name="open">The child to part further; null for the one with the largest count.</param>
    /// <returns>The tree, or why there is none.</returns>
    /// <exception cref="GraphQL.GraphQLRefusedException">The view names a unit that does not exist.</exception>
    /// <exception cref="GraphQL.GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<(TreeData? Data, string? Obstacle)> Read(
        CompareView view, string? period, string? open, CancellationToken cancellationToken)
    {
        var asked = view with { Indicator = view.Indicator ?? UsualIndicator, Units = [], Span = PeriodSpan.All };
        var year = period ?? FullYear.NewestAt(time);
        var districts = await comparisons.Read(asked, null, cancellationToken);
        if ((view.Parent ?? (districts.Catalogue.Cities.Nodes is [var city, ..] ? city.Id : null)) is not { } root)
            return (null, "There are no units to compare yet.");
        if (districts.Question is null)
            return (null, $"There is no indicator '{asked.Indicator}'. The codes are listed by the GraphQL query {{ indicators {{ code name }} }}.");

        var own = await comparisons.Read(asked with { Units = [root], Parent = null }, districts, cancellationToken);
        var children = Units(districts, asked);
        var tree = new TreeData(
            districts.Question.Indicator, districts.Question.Stage, year, Units(own, asked)[0], children, null, []);
        var opened = open is null
            ? children.Where(child => child.OrgUnit.Level != OrgUnitLevel.School && tree.CountOf(child) > 0).MaxBy(tree.CountOf)
            : children.FirstOrDefault(child => child.OrgUnit.Id == open);
        if (open is not null && opened is null)
            return (null, $"The field 'open' holds '{open}'; give one of {string.Join(", ", children.Select(child => child.OrgUnit.Id))}.");
        if (opened is null)
            return (tree, null);
        var below = await comparisons.Read(asked with { Parent = opened.OrgUnit.Id }, districts, cancellationToken);
        return (tree with { Open = opened.OrgUnit.Id, Parts = Units(below, asked) }, null);
    }

    private static IReadOnlyList<ComparedUnit> Units(CompareData data, CompareView view) =>
        data is { Question: { } question, Answer: { } answer } ? ComparedIndicator.Of(question, answer, view, []).Units : [];
}
