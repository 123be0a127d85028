using System.Collections.Immutable;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.SavedViews;

/// <summary>What the page of views has read: the views, and the names of what they show.</summary>
public sealed record ViewsData(SavedViewsAnswer Views, CatalogueAnswer Catalogue);

public sealed class ViewsReader(IGraphQLClient client, ViewStore store)
{
    /// <exception cref="GraphQLRefusedException">The reader's right has ended.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<ViewsData> Read(CancellationToken ending)
    {
        var catalogue = client.ExecuteAsync(Documents.Find("Compare/Catalogue.graphql"), ImmutableDictionary<string, object?>.Empty, ending);
        return new ViewsData(await store.Read(ending), (await catalogue).Read<CatalogueAnswer>());
    }
}
