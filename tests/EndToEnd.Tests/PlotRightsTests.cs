using System.Net;
using System.Net.Http.Headers;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>Plots for a reader whose right holds at one district.</summary>
public sealed class PlotRightsTests(SignInTests.AskingSystem asking) : IClassFixture<SignInTests.AskingSystem>
{
    [Fact]
    public async Task A_plot_of_units_that_are_not_for_the_reader_is_forbidden_in_a_sentence()
    {
        await Register("code,name,level,parent\n110100,Lindhagen,CITY,\n110101,North,DISTRICT,110100\n110102,South,DISTRICT,110100\n");
        var token = await asking.MakeToken("--role", "viewer", "--unit", "110101");

        var (status, sentence) = await Get("/plots/comparison.svg?indicator=finance.allocated&units=110102", token);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("110102", sentence, StringComparison.Ordinal);
    }

    private async Task Register(string units)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, units, TestContext.Current.CancellationToken);
        var token = await asking.MakeToken("--role", "administrator");
        var import = await EduProgram.Run("import", file, "--url", asking.System.Address.ToString(), "--token", token);
        File.Delete(file);
        Assert.True(import.ExitCode == 0, import.Output + import.Complaints);
    }

    private async Task<(HttpStatusCode Status, string Text)> Get(string address, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await asking.System.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
