namespace EduAnalytics.Dashboard.SavedViews;

/// <summary>A page's address under a name. Fields as in <c>SavedViews/SavedView.graphql</c>.</summary>
/// <param name="Address">Path and query, without a host: whoever may read the page may open it.</param>
/// <param name="Pinned">It stands on the reader's home page.</param>
public sealed record SavedView(string Id, string Name, string Address, bool Pinned);

/// <summary>The answer to <c>SavedViews/SavedViews.graphql</c>, in the order in which they were saved.</summary>
public sealed record SavedViewsAnswer(IReadOnlyList<SavedView> SavedViews);
