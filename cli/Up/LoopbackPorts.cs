using System.Net;
using System.Net.Sockets;

namespace EduAnalytics.Cli.Up;

/// <summary>Ports on this machine's loopback address.</summary>
internal static class LoopbackPorts
{
    /// <summary>Null where the port is free; else one sentence.</summary>
    public static string? WhyTaken(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return null;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return $"Port {port} is in use; choose another with --port, or end the program that listens there.";
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            return $"Port {port} needs rights that this user has not; choose one from 1024 with --port.";
        }
    }

    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int FindFree()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
