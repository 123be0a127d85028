using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EduAnalytics.Testing;

namespace EduAnalytics.Cli.Tests.Starting;

/// <summary>What a person sees who gave the program a wrong setting: a sentence for each, no trace, exit code 2.</summary>
public sealed class RefusedStartTests
{
    private const string NoServer = "Host=127.0.0.1;Port=1;Username=edu";

    [Theory]
    [InlineData("silo", "EduAnalytics__Cluster__SiloPort", "many", "EduAnalytics:Cluster:SiloPort is 'many'; allowed: a whole number of at most 2147483647.")]
    [InlineData("silo", "EduAnalytics__Cluster__Migrate", "perhaps", "EduAnalytics:Cluster:Migrate is 'perhaps'; allowed: true or false.")]
    [InlineData("gateway", "Gateway__MaxTokens", "many", "Gateway:MaxTokens is 'many'; allowed: a whole number of at most 2147483647.")]
    [InlineData("gateway", "Ingest__MaxLineBytes", "long", "Ingest:MaxLineBytes is 'long'; allowed: a whole number of at most 2147483647.")]
    [InlineData("dashboard", "Gateway__Access__Tokens", "perhaps", "Gateway:Access:Tokens is 'perhaps'; allowed: true or false.")]
    [InlineData("migrate", "EduAnalytics__Journal__LockWaitSeconds", "soon", "EduAnalytics:Journal:LockWaitSeconds is 'soon'; allowed: a whole number of at most 2147483647.")]
    [InlineData("up", "Gateway__Rates__Burst", "often", "Gateway:Rates:Burst is 'often'; allowed: a whole number of at most 2147483647.")]
    public async Task A_value_of_the_wrong_kind_ends_the_start_with_one_sentence(string command, string key, string value, string sentence)
    {
        var (exitCode, _, complaints) = await EduProgram.Run(
            new Dictionary<string, string> { ["EduAnalytics__Journal__Store"] = NoServer, [key] = value },
            command == "migrate" ? [command] : [command, "--port", Text(RunningSystem.FreePort())]);

        Assert.Equal((2, $"edu: {sentence}"), (exitCode, complaints));
    }

    [Fact]
    public async Task Values_out_of_bounds_in_several_sections_are_all_told_each_on_a_line_of_its_own()
    {
        var directory = Directory.CreateTempSubdirectory("edu-refused-").FullName;
        var (exitCode, _, complaints) = await EduProgram.Run(
            new Dictionary<string, string> { ["Gateway__MaxTokens"] = "1", ["Ingest__MaxLineBytes"] = "1", ["Gateway__MaxDepth"] = "0" },
            "up", "--empty", "--data", directory, "--port", Text(RunningSystem.FreePort()));
        Directory.Delete(directory, recursive: true);

        Assert.Equal(2, exitCode);
        Assert.Equal(
            [
                "edu: Gateway:MaxDepth is 0; allowed: 1 to 200.",
                "edu: Gateway:MaxTokens is 1; allowed: 100 to 10000000.",
                "edu: Ingest:MaxLineBytes is 1; allowed: 256 to 16777216.",
            ],
            complaints.Split('\n').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--silo-port")]
    [InlineData("--client-port")]
    [InlineData("--port")]
    public async Task A_port_that_another_program_has_is_told_with_the_option_that_chooses_another(string option)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = Text(((IPEndPoint)other.LocalEndpoint).Port);

        string[] ports = [.. new[] { "--port", "--silo-port", "--client-port" }.SelectMany(name => new[] { name, name == option ? taken : Text(RunningSystem.FreePort()) })];
        var (exitCode, _, complaints) = await EduProgram.Run(["silo", "--store", NoServer, .. ports]);

        Assert.Equal((2, $"edu: Port {taken} is in use; choose another with {option}, or end the program that listens there."), (exitCode, complaints));
    }

    [Fact]
    public async Task Scripts_of_the_provider_that_are_not_there_are_told_by_their_names()
    {
        var (exitCode, _, complaints) = await EduProgram.Run("migrate", "--store", NoServer, "--provider-scripts", "nowhere");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("edu: '", complaints, StringComparison.Ordinal);
        Assert.Contains("nowhere' has no PostgreSQL-Main.sql and no PostgreSQL-Clustering.sql and no PostgreSQL-Reminders.sql: ", complaints, StringComparison.Ordinal);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
