using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using EduAnalytics.Gateway.Transport;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Tests.SourceFields;

public sealed class SourceFieldStrategyTests : IDisposable
{
    private static readonly ErrorInfoProvider errors = new();
    private static readonly GraphQLSerializer engineJson = new(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, errors);
    private static readonly ResultJson ownJson = new(errors);

    private readonly TreeSchema schema = new();
    private readonly DocumentExecuter engine = Executer(new ParallelExecutionStrategy());
    private readonly DocumentExecuter own = Executer(new SourceFieldStrategy());

    public void Dispose() => schema.Dispose();

    [Fact]
    public Task Any_query_is_answered_as_the_engine_answers_it() => RandomQuery.Any.SampleAsync(
        async query =>
        {
            // The same document twice, as kept documents are: what a variable decides must not be remembered.
            var document = new GraphQLDocumentBuilder().Build(query);
            foreach (var yes in new[] { true, false, true })
                await SameAnswers(query, document, yes);
        },
        iter: 400);

    [Fact]
    public async Task Most_random_queries_run_and_some_of_their_fields_fail()
    {
        var (executed, failed, total) = (0, 0, 0);
        await RandomQuery.Any.SampleAsync(
            async query =>
            {
                var result = await Run(own, query, null, yes: true);
                Interlocked.Increment(ref total);
                if (result.Executed)
                    Interlocked.Increment(ref executed);
                if (result is { Executed: true, Errors.Count: > 0 })
                    Interlocked.Increment(ref failed);
            },
            iter: 100);

        Assert.Equal(total, executed);
        Assert.InRange(failed, 1, total - 1);
    }

    [Fact]
    public async Task An_object_of_readings_alone_needs_no_nodes()
    {
        var result = await Run(own, "{ things { id name mood share } }", null, yes: true);

        var things = Assert.IsType<ArrayExecutionNode>(Assert.Single(Assert.IsType<RootExecutionNode>(result.Data).SubFields!));
        Assert.All(things.Items!, thing => Assert.Empty(Assert.IsType<ObjectNode>(thing).SubFields!));
    }

    [Fact]
    public async Task The_values_are_also_had_without_writing_them()
    {
        const string Query = "{ things { id twin { name } again: twin { id mood parts { at } } } }";

        var expected = await Run(engine, Query, null, yes: true);
        var actual = await Run(own, Query, null, yes: true);

        Assert.Equal(
            engineJson.Serialize(((ExecutionNode)expected.Data!).ToValue()), engineJson.Serialize(((ExecutionNode)actual.Data!).ToValue()));
    }

    private async Task SameAnswers(string query, GraphQLDocument document, bool yes)
    {
        var expected = engineJson.Serialize(await Run(engine, query, null, yes));
        var actual = Encoding.UTF8.GetString(ownJson.BytesOf(await Run(own, query, document, yes)).Span);
        Assert.Equal(InOrder(expected), InOrder(actual));
    }

    /// <summary>In which order two fields fail that are resolved at the same time is chance.</summary>
    private static string InOrder(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        var data = json.RootElement.GetProperty("data").GetRawText();
        return json.RootElement.TryGetProperty("errors", out var failed)
            ? string.Join('\n', failed.EnumerateArray().Select(error => error.GetRawText()).Order(StringComparer.Ordinal).Append(data))
            : data;
    }

    private Task<ExecutionResult> Run(DocumentExecuter executer, string query, GraphQLDocument? document, bool yes) => executer.ExecuteAsync(new ExecutionOptions
    {
        Schema = schema,
        Query = query,
        Document = document,
        Variables = query.StartsWith('{') ? null : new Inputs(new Dictionary<string, object?> { ["yes"] = yes, ["no"] = !yes, ["by"] = 3 }),

        // Not every query uses every variable.
        ValidationRules = DocumentValidator.CoreRules.Where(rule => rule is not GraphQL.Validation.Rules.NoUnusedVariables),
        CancellationToken = TestContext.Current.CancellationToken,
    });

    private static DocumentExecuter Executer(IExecutionStrategy strategy) => new(
        new GraphQLDocumentBuilder(),
        new DocumentValidator(),
        new DefaultExecutionStrategySelector([new ExecutionStrategyRegistration(strategy, OperationType.Query)]),
        []);
}
