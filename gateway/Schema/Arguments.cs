using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.Errors;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Schema;

/// <summary>The arguments that many fields share, as the domain has them.</summary>
internal static class Arguments
{
    public const string AsOfMeaning =
        "Read as the journal stood at this instant, by the catalogue of today. Null, or a time to come: as things stand.";

    public static string Code(this IResolveFieldContext context, string name) => context.GetArgument<string>(name);

    public static IReadOnlyList<string> Codes(this IResolveFieldContext context, string name) => context.CodesOrNull(name)!;

    public static IReadOnlyList<string>? CodesOrNull(this IResolveFieldContext context, string name) =>
        context.GetArgument<List<string>?>(name);

    public static SchoolStage? Stage(this IResolveFieldContext context) => context.GetArgument<SchoolStage?>("stage");

    /// <summary>The instant as of which figures are to be read; null for now.</summary>
    /// <exception cref="QueryRefusedException">The request names more instants than one may.</exception>
    public static DateTimeOffset? AsOf(this IResolveFieldContext context) =>
        context.RequestServices!.GetRequiredService<AskedInstants>().Note(context.GetArgument<DateTimeOffset?>("asOf"));

    public static PeriodRange Range(this IResolveFieldContext context) =>
        new(context.GetArgument<Period?>("from"), context.GetArgument<Period?>("to"));

    public static PageQuery PageAsked(this IResolveFieldContext context) =>
        new(context.GetArgument<int?>("first"), context.GetArgument<string?>("after"));

    /// <summary>On whose behalf the field is resolved.</summary>
    /// <exception cref="QueryRefusedException">The caller's right has ended.</exception>
    public static Caller Caller(this IResolveFieldContext context) =>
        context.RequestServices!.GetRequiredService<RequestCaller>().Of(context.User);

    /// <summary>
    /// The answer, or what is left of it where the caller's rights end: then the error stands beside it, and the rest of what
    /// was asked for is kept. (A failed field that must not be null would take everything above it along.)
    /// </summary>
    public static async Task<T> OrWithoutRights<T>(this IResolveFieldContext context, Task<T> answer, Func<T> nothing)
    {
        try
        {
            return await answer;
        }
        catch (QueryRefusedException refused) when (refused.Code == QueryErrorCodes.Forbidden)
        {
            context.Report(refused.Code, refused.Message, refused.Input);
            return nothing();
        }
    }

    /// <inheritdoc cref="OrWithoutRights"/>
    /// <returns>What the engine fetches together with the other fields of the level, or at once what is left.</returns>
    public static async Task<object?> DeferredOrWithoutRights<T>(this IResolveFieldContext context, Task<IDataLoaderResult<T>> answer, Func<T> nothing)
    {
        try
        {
            return await answer;
        }
        catch (QueryRefusedException refused) when (refused.Code == QueryErrorCodes.Forbidden)
        {
            context.Report(refused.Code, refused.Message, refused.Input);
            return nothing();
        }
    }

    /// <summary>Puts an error beside what the field answers.</summary>
    public static void Report(this IResolveFieldContext context, string code, string message, string input) =>
        context.Report(new ExecutionError(message) { Code = code, Extensions = new Dictionary<string, object?> { ["input"] = input } });

    /// <summary>
    /// Puts beside what the field answers without a unit that it did not answer in time. (As a failed field it would take all of
    /// its neighbours along, which did.)
    /// </summary>
    public static void ReportSilent(this IResolveFieldContext context, OrgUnit unit) => context.Report(
        context.RequestServices!.GetRequiredService<ResolverFailures>().Silent(ResolverFailures.NameOf(context), new UnitSilentException(unit)));

    private static void Report(this IResolveFieldContext context, ExecutionError error)
    {
        error.Path = context.ResponsePath;
        error.AddLocation(context.FieldAst, context.Document);
        lock (context.Errors)
            context.Errors.Add(error);
    }

    /// <summary>The batch of this request, or of this event of a subscription: its scope ends with it.</summary>
    public static TBatch Batch<TBatch>(this IResolveFieldContext context) where TBatch : notnull =>
        context.RequestServices!.GetRequiredService<TBatch>();
}
