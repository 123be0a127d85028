using EduAnalytics.Cli.Catalogues;
using EduAnalytics.Cli.Up;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Benchmarks.Gateway;

/// <summary>
/// The system as <c>edu up</c> builds it, in the process that the load goes to, with two addresses more: one gives back
/// bytes that it was handed, which is the least that this server can do for a request, and one tells what the process has spent.
/// </summary>
internal static class ServedGateway
{
    /// <summary>What the process is started with.</summary>
    public const string Name = "gateway-server";

    public const string Ready = "serving";

    /// <summary>Serves until its standard input ends.</summary>
    public static async Task Run(int port, string data)
    {
        await using var app = EmbeddedHost.Build(new UpSettings(port, data, Empty: true, CatalogueCommand.ShippedDirectory));
        var constant = Array.Empty<byte>();
        app.MapPut("/constant", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            constant = body.ToArray();
        });
        app.MapPost("/constant", async context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = constant.Length;
            await context.Response.BodyWriter.WriteAsync(constant);
        });
        app.MapGet("/spent", () => ServerWork.OfThisProcess());
        await app.StartAsync();
        await app.Services.GetRequiredService<StartUp>().Run(CancellationToken.None);
        Console.WriteLine(Ready);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }
}
