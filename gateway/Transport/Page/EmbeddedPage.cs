using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Gateway.Transport.Page;

/// <summary>
/// GraphiQL for a browser that opens the gateway's address. The build bundles it from npm into this assembly, so that
/// an installation without internet has it too; a build without npm leaves it out and the page then says so.
/// </summary>
internal sealed partial class EmbeddedPage(IOptions<GatewayOptions> options)
{
    private const string Folder = "GraphiQL/";
    private const string Missing = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>EduAnalytics GraphQL</title>
        <h1>The GraphQL gateway is running.</h1>
        <p>Its query page was not built into this program. Install Node.js with npm and build again, or send
        queries to this address by POST as <code>application/json</code>.</p></html>
        """;

    private readonly FrozenDictionary<string, EmbeddedFile> _files = Load(options.Value.Introspection);

    /// <summary>Writes the page, or one of its files.</summary>
    /// <param name="name"><c>index.html</c>, or a path below it as the page links it.</param>
    public async Task WriteAsync(HttpContext http, string name)
    {
        var isIndex = name == "index.html";
        if (!_files.TryGetValue(name, out var file))
        {
            http.Response.StatusCode = isIndex ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            http.Response.ContentType = "text/html; charset=utf-8";
            if (isIndex)
                await http.Response.WriteAsync(Missing, http.RequestAborted);
            return;
        }

        var headers = http.Response.GetTypedHeaders();
        headers.ETag = file.Tag;
        headers.CacheControl = HashedName().IsMatch(name)
            ? new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(365), Extensions = { new("immutable") } }
            : new CacheControlHeaderValue { NoCache = true };
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.Vary = "Accept";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(file.Tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = file.Content.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
    }

    /// <param name="introspection">Where the schema is withheld, the page must know it: it says so instead of showing an error.</param>
    private static FrozenDictionary<string, EmbeddedFile> Load(bool introspection)
    {
        var assembly = typeof(EmbeddedPage).Assembly;
        var types = new FileExtensionContentTypeProvider();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Folder.Length..], name => Read(
                Edited(name, assembly.GetManifestResourceStream(name)!), TypeOf(types, name)));

        Stream Edited(string name, Stream content)
        {
            if (introspection || name != $"{Folder}index.html")
                return content;
            using var text = new StreamReader(content);
            return new MemoryStream(Encoding.UTF8.GetBytes(
                text.ReadToEnd().Replace("<html lang=\"en\">", "<html lang=\"en\" data-introspection=\"off\">", StringComparison.Ordinal)));
        }
    }

    private static EmbeddedFile Read(Stream resource, string contentType)
    {
        using var copy = new MemoryStream();
        using (resource)
            resource.CopyTo(copy);
        var content = copy.ToArray();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"");
        return new EmbeddedFile(content, contentType, tag);
    }

    private static string TypeOf(FileExtensionContentTypeProvider types, string name)
    {
        var type = types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
    }

    /// <summary>Names that carry the bundler's hash of the content: another content has another name.</summary>
    [GeneratedRegex("-[A-Z0-9]{8}[.]")]
    private static partial Regex HashedName();

    private sealed record EmbeddedFile(ReadOnlyMemory<byte> Content, string ContentType, EntityTagHeaderValue Tag);
}
