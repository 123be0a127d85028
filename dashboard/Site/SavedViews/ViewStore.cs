using System.Collections.Immutable;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.SavedViews;

/// <summary>The reader's saved views, which the gateway keeps.</summary>
public sealed class ViewStore(IGraphQLClient client)
{
    /// <exception cref="GraphQLRefusedException">The reader may keep no views.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<SavedViewsAnswer> Read(CancellationToken ending) =>
        (await client.ExecuteAsync(Documents.Find("SavedViews/SavedViews.graphql"), ImmutableDictionary<string, object?>.Empty, ending)).Read<SavedViewsAnswer>();

    /// <summary>Sent again under the same id it is the same view.</summary>
    /// <returns>Why it was not saved, in the gateway's words; null where it was.</returns>
    public Task<string?> Save(string id, string name, string address, CancellationToken ending) =>
        Change("SaveView", new Dictionary<string, object?> { ["input"] = new { id, name, address } }, ending);

    /// <inheritdoc cref="Save"/>
    public Task<string?> Pin(string id, bool pinned, CancellationToken ending) =>
        Change("PinView", new Dictionary<string, object?> { ["id"] = id, ["pinned"] = pinned }, ending);

    /// <inheritdoc cref="Save"/>
    public Task<string?> Delete(string id, CancellationToken ending) =>
        Change("DeleteView", new Dictionary<string, object?> { ["id"] = id }, ending);

    private async Task<string?> Change(string operation, IReadOnlyDictionary<string, object?> variables, CancellationToken ending)
    {
        var answer = await client.ExecuteAsync(Documents.Find($"SavedViews/{operation}.graphql"), variables, ending);
        if (!answer.Errors.IsEmpty)
            return answer.Errors[0].Message;
        var payload = answer.Data!.Value.EnumerateObject().First().Value;
        return payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()).FirstOrDefault();
    }
}
