using Command.Benchmarks;

return args switch
{
    [BareEndpoint.Argument, var port] => await BareEndpoint.RunAsync(port),
    _ => await Benchmarks.RunAsync(args),
};
