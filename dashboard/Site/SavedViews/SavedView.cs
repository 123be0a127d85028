namespace EduAnalytics.Dashboard.SavedViews;

/// <summary>A page's address under a name. Fields as in <c>SavedViews/SavedView.graphql</c>.</summary>
/// <param name="Address">Path and query, without a host: whoever may read the page may open it.</param>
/// <param name="Pinned">It stands on the reader's home page.</param>
public sealed record SavedView(string Id, string Name, string Address, bool Pinned)
{
    /// <summary>As the gateway has it.</summary>
    public const int LongestName = 80;
}

/// <summary>The answer to <c>SavedViews/SavedViews.graphql</c>: the reader's own views, the pinned ones first, each group by name.</summary>
public sealed record SavedViewsAnswer(IReadOnlyList<SavedView> SavedViews)
{
    public IEnumerable<SavedView> Pinned => SavedViews.Where(view => view.Pinned);
}
