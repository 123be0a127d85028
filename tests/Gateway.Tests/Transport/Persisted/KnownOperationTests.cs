using System.Text.Json;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Tests.Transport.Persisted;

/// <summary>The mode that serves only operations it knew at start.</summary>
public sealed class KnownOperationTests : IDisposable
{
    private const string Known = "query Greet { greeting }\n";
    private readonly string _directory = Directory.CreateTempSubdirectory("edu-operations-").FullName;

    [Fact]
    public async Task A_known_document_is_served_by_its_text_or_its_hash_and_any_other_refused()
    {
        await Write("greet.graphql", Known);
        await using var server = await StartAsync();

        Assert.Equal("""{"data":{"greeting":"Hello world"}}""", await PersistedOperationTests.PostAsync(server, new { query = Known }));
        Assert.Equal("""{"data":{"greeting":"Hello world"}}""", await PersistedOperationTests.PostAsync(server, new { query = Known.Trim() }));
        Assert.Equal("""{"data":{"greeting":"Hello world"}}""", await PersistedOperationTests.PostAsync(server, new { extensions = PersistedOperationTests.Hash(Known) }));
        Assert.Equal("OPERATION_NOT_KNOWN", PersistedOperationTests.Code(await PersistedOperationTests.PostAsync(server, new { query = "{ greeting }" })));
        Assert.Equal("OPERATION_NOT_KNOWN", PersistedOperationTests.Code(
            await PersistedOperationTests.PostAsync(server, new { query = "{ greeting }", extensions = PersistedOperationTests.Hash("{ greeting }") })));
        Assert.Equal("OPERATION_NOT_KNOWN", PersistedOperationTests.Code(
            await PersistedOperationTests.PostAsync(server, new { extensions = PersistedOperationTests.Hash("{ greeting }") })));
    }

    [Fact]
    public async Task A_manifest_makes_all_its_operations_known()
    {
        await Write("manifest.json", JsonSerializer.Serialize(new
        {
            format = "apollo-persisted-query-manifest",
            version = 1,
            operations = new[] { new { id = "1", name = "Greet", type = "query", body = Known } },
        }));
        await using var server = await StartAsync();

        Assert.Equal("""{"data":{"greeting":"Hello world"}}""", await PersistedOperationTests.PostAsync(server, new { query = Known }));
    }

    [Fact]
    public async Task An_operation_on_a_socket_must_be_known_too()
    {
        await Write("greet.graphql", Known);
        await using var server = await StartAsync();
        await using var socket = await SocketClient.InitialisedAsync(server);

        await socket.SubscribeAsync("1", "subscription { numbers(to: 2) }");

        Assert.Contains("OPERATION_NOT_KNOWN", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Faulty_files_stop_the_start_and_are_all_named()
    {
        await Write("a.graphql", "{ nothing }");
        await Write("b.graphql", "{ greeting");
        await Write("c.graphql", "query ($n: Int!) { half(of: $n) }");
        await Write("d.json", "{}");
        await Write("e.graphql", "fragment F on Node { name }");

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(StartAsync);

        Assert.Collection(
            refusal.Failures,
            fault => Assert.StartsWith("d.json is no manifest", fault),
            fault => Assert.StartsWith("a.graphql: Cannot query field 'nothing'", fault),
            fault => Assert.StartsWith("b.graphql: ", fault),
            fault => Assert.Equal("e.graphql: it has no operation.", fault));
    }

    [Fact]
    public async Task To_serve_only_known_operations_and_know_none_is_refused_at_start()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => TransportServer.StartAsync(options => options.Operations.OnlyKnown = true));

        Assert.Contains("no operation is known", Assert.Single(refusal.Failures));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private Task Write(string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(_directory, name), text, TestContext.Current.CancellationToken);

    private Task<TransportServer> StartAsync() => TransportServer.StartAsync(options =>
    {
        options.Operations.OnlyKnown = true;
        options.Operations.Directory = _directory;
    });
}
