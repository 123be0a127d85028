using System.Net;
using System.Net.Sockets;

namespace EduAnalytics.Cli.Up;

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    /// <summary>Null where the port is free; else one sentence.</summary>
    /// <param name="portOption">What chooses another port.</param>
    /// <param name="bindOption">What chooses another address.</param>
    public static string? WhyTaken(IPAddress address, int port, string portOption = "--port", string bindOption = "--bind")
    {
        try
        {
            using var probe = new TcpListener(address, port);
            probe.Start();
            return null;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return $"Port {port} is in use; choose another with {portOption}, or end the program that listens there.";
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            return $"Port {port} needs rights that this user has not; choose one from 1024 with {portOption}.";
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            return $"This machine has no address {address}; {bindOption} takes one of its own.";
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
