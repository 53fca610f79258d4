using Command.Benchmarks;

return args switch
{
    [BareEndpoint.Argument, var port] => await BareEndpoint.RunAsync(port),
    [WatchedProduct.Argument, .. var settings] => await WatchedProduct.RunAsync(settings),
    _ => await Benchmarks.RunAsync(args),
};
