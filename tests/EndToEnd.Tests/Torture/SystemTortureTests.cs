using System.Globalization;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.EndToEnd.Tests.Torture;

/// <summary>The real system is killed while several clients send; in the end every count must be what was acknowledged.</summary>
public sealed class SystemTortureTests
{
    [Fact]
    public async Task Twenty_kills_lose_nothing_and_count_nothing_twice()
    {
        using var torture = TortureProgram.Start("--kills", "20", "--seed", "230404");

        Assert.Contains("nothing lost, nothing twice", await TortureProgram.ReadAll(torture), StringComparison.Ordinal);
        Assert.Equal(0, torture.ExitCode);
    }

    [Fact]
    public async Task Neither_do_kills_of_the_system_and_of_its_database_server()
    {
        const int kills = 6;
        await using var server = await PostgresServer.StartNew();
        using var torture = TortureProgram.Start("--kills", kills.ToString(CultureInfo.InvariantCulture), "--seed", "230400", "--store", await server.CreateDatabase());
        var output = new List<string>();

        // Each word that the system was killed is the moment to kill the server under it.
        while (await torture.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output.Add(line);
            if (!line.Contains("edu: kill ", StringComparison.Ordinal))
                continue;
            await server.Kill();
            await server.Start();
        }

        var errors = await torture.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await torture.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(torture.ExitCode == 0, $"{string.Join('\n', output)}\n{errors}");
        Assert.Contains(output, line => line.Contains("nothing lost, nothing twice", StringComparison.Ordinal));
    }
}
