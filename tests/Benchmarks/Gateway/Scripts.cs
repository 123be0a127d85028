namespace EduAnalytics.Benchmarks.Gateway;

/// <summary>What wrk is to send, as the Lua it reads.</summary>
/// <param name="Same">The same POST each time.</param>
/// <param name="Held">A GET by a client that holds the answer.</param>
/// <param name="EverNew">The same operation, with a member in <c>extensions</c> that makes each request another one.</param>
internal sealed record Scripts(string Same, string Held, string EverNew)
{
    /// <param name="held">The GET's path and query, and on a second line the tag of the answer held.</param>
    public static Scripts Write(string directory, string body, string held)
    {
        var (address, tag) = held.Split('\n') is [var first, var second] ? (first, second) : throw new ArgumentException("Two lines.", nameof(held));
        return new Scripts(
            WriteSame(directory, body),
            File(directory, "held", $"""
                wrk.method = "GET"
                wrk.path = [=[{address}]=]
                wrk.headers["If-None-Match"] = [=[{tag}]=]
                """),
            WriteEverNew(directory, body));
    }

    /// <returns>The path of the script that sends the same POST each time.</returns>
    public static string WriteSame(string directory, string body) => File(directory, "same", $"""
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        wrk.body = [=[{body}]=]
        """);

    /// <returns>The path of the script that makes each request another one, also than those of an earlier run.</returns>
    public static string WriteEverNew(string directory, string body) => File(directory, "ever-new", $$$"""
        local head = [=[{{{body[..^1]}}}]=] .. ',"extensions":{"run":' .. os.time() .. ',"n":'
        local n = 0
        request = function()
          n = n + 1
          return wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, head .. n .. "}}")
        end
        """);

    private static string File(string directory, string name, string lua)
    {
        var path = Path.Combine(directory, $"{name}.lua");
        System.IO.File.WriteAllText(path, lua);
        return path;
    }
}
