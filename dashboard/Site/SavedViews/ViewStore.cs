using System.Collections.Immutable;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.SavedViews;

/// <summary>
/// The reader's saved views, which the gateway keeps. A change gives the code of why it was not made, null where it was; sent
/// again under the same submission it is the same change.
/// </summary>
public sealed class ViewStore(IGraphQLClient client)
{
    private const string Unreachable = "UNREACHABLE";

    /// <exception cref="GraphQLRefusedException">The reader's right has ended.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<SavedViewsAnswer> Read(CancellationToken ending) =>
        (await client.ExecuteAsync(Documents.Find("SavedViews/SavedViews.graphql"), ImmutableDictionary<string, object?>.Empty, ending)).Read<SavedViewsAnswer>();

    /// <param name="submission">The view's id from then on.</param>
    public Task<string?> Save(string submission, string name, string address, bool pinned, CancellationToken ending) =>
        Change("Save", new { submissionId = submission, name, address, pinned }, ending);

    public Task<string?> Rename(string submission, string view, string name, CancellationToken ending) =>
        Change("Rename", new { submissionId = submission, view, name }, ending);

    public Task<string?> Pin(string submission, string view, bool pinned, CancellationToken ending) =>
        Change("Pin", new { submissionId = submission, view, pinned }, ending);

    public Task<string?> Delete(string submission, string view, CancellationToken ending) =>
        Change("Delete", new { submissionId = submission, view }, ending);

    private async Task<string?> Change(string change, object input, CancellationToken ending)
    {
        try
        {
            var answer = await client.ExecuteAsync(
                Documents.Find($"SavedViews/{change}.graphql"), new Dictionary<string, object?> { ["input"] = input }, ending);
            if (answer.Errors is [var refused, ..])
                return refused.Code ?? Unreachable;
            var payload = answer.Data!.Value.EnumerateObject().Single().Value;
            return payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()).FirstOrDefault();
        }
        catch (GraphQLUnreachableException)
        {
            return Unreachable;
        }
    }
}
