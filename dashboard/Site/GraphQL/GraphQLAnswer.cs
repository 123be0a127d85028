using System.Collections.Immutable;
using System.Text.Json;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>A GraphQL response: data, errors, or both where one field failed and others did not.</summary>
/// <param name="Data">The <c>data</c> object; null where the request failed as a whole.</param>
public sealed record GraphQLAnswer(JsonElement? Data, ImmutableArray<GraphQLError> Errors)
{
    /// <summary>What the gateway says of a part that is not for the reader.</summary>
    private const string Forbidden = "FORBIDDEN";

    /// <summary>The answer for a page over many units: what was asked of those that did not answer is empty, and is no fault of the others.</summary>
    /// <param name="silent">The ids of the units that did not answer in time; to be named wherever their numbers would stand.</param>
    public GraphQLAnswer WithoutSilent(out IReadOnlyList<string> silent)
    {
        silent = Data is null ? [] : [.. Errors.Select(error => error.SilentUnit).OfType<string>().Distinct()];
        return Data is null ? this : this with { Errors = Errors.RemoveAll(error => error.SilentUnit is not null) };
    }

    /// <summary>
    /// The data as <typeparamref name="T"/> for a page over many units, which shows those that are in the reader's reach and
    /// knows by <c>inReach</c> which are not.
    /// </summary>
    /// <exception cref="GraphQLRefusedException">There are other errors, or nothing is left.</exception>
    public T ReadWithinReach<T>()
        where T : class =>
        Data is null ? Read<T>() : (this with { Errors = Errors.RemoveAll(error => error.Code == Forbidden) }).Read<T>();

    /// <summary>The data as <typeparamref name="T"/>.</summary>
    /// <exception cref="GraphQLRefusedException">There are errors: a page never shows half an answer as a whole one.</exception>
    public T Read<T>()
        where T : class
    {
        if (!Errors.IsEmpty || Data is not { } data)
            throw new GraphQLRefusedException(Errors);
        return data.Deserialize<T>(AnswerJson.Options)
            ?? throw new GraphQLUnreachableException("The answer holds no data.");
    }
}

/// <summary>One entry of a response's <c>errors</c>.</summary>
/// <param name="Code"><c>extensions.code</c>: what a program can act on.</param>
/// <param name="Input"><c>extensions.input</c>: what was asked for and could not be taken.</param>
/// <param name="Reference">The number under which the gateway logged a fault of its own; null for what a caller caused.</param>
/// <param name="OrgUnit"><c>extensions.orgUnit</c>: the unit without which it could not be answered.</param>
public sealed record GraphQLError(string Message, string? Code, string? Reference, string? Input = null, string? OrgUnit = null)
{
    private const string TimedOut = "TIMED_OUT";

    /// <summary>The unit that did not answer in time; null where the error says something else.</summary>
    public string? SilentUnit => Code == TimedOut ? OrgUnit : null;
}
